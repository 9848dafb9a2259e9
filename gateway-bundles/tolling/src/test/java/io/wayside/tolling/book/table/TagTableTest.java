// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.exchange.Arrival;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.store.TrialIssuer;
import io.wayside.tolling.tag.TagNumber;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class TagTableTest {

  private final TrialIssuer alpha = new TrialIssuer("alpha");

  private byte[] table(ListType type, List<String> lines) throws Exception {
    ListHead head = TrialIssuer.full("alpha", type, 1, 1);
    Arrival arrival = Arrival.of(alpha.make(head, lines), alpha.keys());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var entries = arrival.entries()) {
      new TableMaking(arrival.head(), entries, read -> {}).write(out);
    }
    return out.toByteArray();
  }

  private static TagNumber number(long value) {
    return new TagNumber(String.format("%024x", value), 96);
  }

  @Test
  void everyTagIsFoundAndNoOther() throws Exception {
    Random random = new Random(31);
    TreeMap<String, Integer> groups = new TreeMap<>();
    while (groups.size() < 20_000) {
      // Dense in the last bytes, so that most absent neighbours differ in one bit.
      String tag = String.format("30f1%012x%08x", random.nextInt(3), random.nextInt(60_000));
      groups.put(tag, 1 + random.nextInt(5));
    }
    List<String> lines = new ArrayList<>();
    groups.forEach((tag, group) -> lines.add(tag + " " + group + " ok"));
    TagTable table = TagTable.open("t", ByteBuffer.wrap(table(ListType.ACCOUNTS, lines)));
    assertThat(table.tags()).isEqualTo(20_000);
    int absent = 0;
    for (int high = 0; high < 3; high++) {
      for (int low = -1; low <= 60_000; low++) {
        String tag = String.format("30f1%012x%08x", high, low);
        int at = table.find(new TagNumber(tag, 96));
        Integer group = groups.get(tag);
        if (group == null) {
          assertThat(at).isEqualTo(TagTable.NONE);
          absent++;
        } else {
          assertThat(AccountRow.group(table.bytes(), at)).isEqualTo(group);
        }
      }
    }
    assertThat(absent).isGreaterThan(100_000);
  }

  @Test
  void theSameDigitsWithOtherBitsAreAnotherTag() throws Exception {
    TagTable table =
        TagTable.open(
            "t", ByteBuffer.wrap(table(ListType.BLOCKED, List.of("f8/5", "f8/6", "f800"))));
    assertThat(table.holds(new TagNumber("f8", 5))).isTrue();
    assertThat(table.holds(new TagNumber("f8", 6))).isTrue();
    assertThat(table.holds(new TagNumber("f8", 7))).isFalse();
    assertThat(table.holds(new TagNumber("f8", 8))).isFalse();
    assertThat(table.holds(new TagNumber("f800", 16))).isTrue();
    assertThat(table.holds(new TagNumber("f800", 15))).isFalse();
    assertThat(table.holds(new TagNumber("ff", 5))).as("bits behind the end").isTrue();
    assertThat(table.holds(new TagNumber("F8", 5))).isFalse();
    assertThat(table.holds(new TagNumber("", 0))).isFalse();
    assertThat(table.holds(new TagNumber("00".repeat(63), 504))).isFalse();
  }

  @Test
  void aLookUpMakesNoGarbage() throws Exception {
    List<String> accounts = new ArrayList<>();
    List<String> blocked = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      accounts.add(number(i * 3L).epc() + " 2 ok");
      blocked.add(number(i * 30L).epc());
    }
    List<TagTable> tables =
        List.of(
            TagTable.open("a", ByteBuffer.wrap(table(ListType.ACCOUNTS, accounts))),
            TagTable.open("b", ByteBuffer.wrap(table(ListType.BLOCKED, blocked))));
    Shelf shelf = new Shelf(tables);
    Optional<String> alphas = Optional.of("alpha");
    ListedTags book = new ListedTags(tag -> alphas, () -> shelf);
    List<TagNumber> tags = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      tags.add(number(i));
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    int good = 0;
    long before = 0;
    for (int round = 0; round < 20; round++) {
      if (round == 10) {
        before = threads.getThreadAllocatedBytes(thread);
      }
      for (int i = 0; i < tags.size(); i++) {
        Finding finding = book.find(tags.get(i));
        good += finding.standing() == Standing.GOOD ? 1 : 0;
      }
    }
    long allocated = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(good).isEqualTo(20 * 900);
    assertThat(allocated).isLessThan(15_000); // 30,000 look-ups
  }

  @Test
  void rubbishIsNoTable() {
    Random random = new Random(32);
    for (int i = 0; i < 3000; i++) {
      byte[] rubbish = new byte[random.nextInt(300)];
      random.nextBytes(rubbish);
      if (rubbish.length >= TableWriter.END_BYTES && random.nextBoolean()) {
        ByteBuffer.wrap(rubbish).putLong(rubbish.length - TableWriter.END_BYTES, TableWriter.MAGIC);
      }
      assertThatThrownBy(() -> TagTable.open("rubbish", ByteBuffer.wrap(rubbish)))
          .isInstanceOf(GarbledData.class)
          .hasMessageContaining("rubbish");
    }
  }

  @Test
  void aChangedByteIsDamage() throws Exception {
    byte[] good =
        table(
            ListType.TICKETS,
            List.of(
                "00 a@S1:1:2026-01-01:2026-01-31 b@*:2:2026-01-01:2026-01-31",
                "01 a@S1:1:2026-01-01:2026-01-31"));
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 0x10;
      assertThatThrownBy(() -> TagTable.open("bad", ByteBuffer.wrap(bad)))
          .as("byte %d", at)
          .isInstanceOf(GarbledData.class);
    }
  }

  /** Even with checksums that fit, nothing is believed that no writer writes. */
  @Test
  void changesWithRightChecksumsAreRefusedOrAnswered() throws Exception {
    Random random = new Random(33);
    byte[] good =
        table(
            ListType.TICKETS,
            List.of("00 a@S1:1:2026-01-01:2026-01-31", "01 b@S1:1:2026-01-01:2026-01-31"));
    int refused = 0;
    for (int i = 0; i < 4000; i++) {
      byte[] bad = good.clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        bad[random.nextInt(bad.length - TableWriter.END_BYTES)] = (byte) random.nextInt(128);
      }
      seal(bad);
      try {
        Shelf shelf = new Shelf(List.of(TagTable.open("bad", ByteBuffer.wrap(bad))));
        Optional<String> issuer = Optional.of(shelf.tables().get(0).issuer());
        ListedTags book = new ListedTags(tag -> issuer, () -> shelf);
        for (int value = 0; value < 3; value++) {
          assertThat(book.find(new TagNumber("0" + value, 8))).isNotNull();
        }
      } catch (GarbledData garbled) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1000, 3999);
  }

  private static void seal(byte[] table) {
    ByteBuffer bytes = ByteBuffer.wrap(table);
    int end = table.length - TableWriter.END_BYTES;
    int rows = (int) bytes.getLong(end + 8);
    bytes.putInt(end + 20, crc(table, 0, rows)).putInt(end + 24, crc(table, rows, end));
  }

  private static int crc(byte[] bytes, int from, int to) {
    CRC32C crc = new CRC32C();
    crc.update(Arrays.copyOfRange(bytes, from, to));
    return (int) crc.getValue();
  }
}

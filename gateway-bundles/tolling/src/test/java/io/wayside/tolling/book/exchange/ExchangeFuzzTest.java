// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.store.MemoryPart;
import io.wayside.tolling.book.store.TrialIssuer;
import io.wayside.tolling.book.table.TableMaking;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeFuzzTest {

  private final TrialIssuer alpha = new TrialIssuer("alpha");

  private List<MemoryPart> list() throws Exception {
    List<String> lines =
        IntStream.range(0, 200)
            .mapToObj(i -> String.format("%024x %d ok", i * 31, 1 + i % 5))
            .toList();
    return alpha.make(TrialIssuer.full("alpha", ListType.ACCOUNTS, 7, 2), lines);
  }

  private void read(List<MemoryPart> parts) throws Exception {
    TableMaking.check(Arrival.of(parts, alpha.keys()), entries -> {});
  }

  @Test
  void anyChangeOfAnyByteIsNoticed() throws Exception {
    List<MemoryPart> parts = list();
    read(parts);
    Random random = new Random(21);
    byte[] good = parts.get(1).bytes();
    for (int i = 0; i < 400; i++) {
      byte[] bad = good.clone();
      int at = random.nextInt(bad.length);
      bad[at] ^= (byte) (1 + random.nextInt(255));
      List<MemoryPart> changed = List.of(parts.get(0), new MemoryPart("bad", bad));
      assertThatThrownBy(() -> read(changed)).as("byte %d", at).isInstanceOf(GarbledData.class);
    }
  }

  @Test
  void anyTruncationIsNoticed() throws Exception {
    List<MemoryPart> parts = list();
    byte[] good = parts.get(0).bytes();
    for (int length = 0; length < good.length; length += length < 700 ? 3 : 37) {
      List<MemoryPart> cut =
          List.of(new MemoryPart("cut", Arrays.copyOf(good, length)), parts.get(1));
      assertThatThrownBy(() -> read(cut)).isInstanceOf(GarbledData.class);
    }
  }

  @Test
  void rubbishIsRefusedWithoutAnyOtherException() {
    Random random = new Random(22);
    for (int i = 0; i < 3000; i++) {
      byte[] rubbish = new byte[random.nextInt(400)];
      random.nextBytes(rubbish);
      assertThatThrownBy(() -> read(List.of(new MemoryPart("rubbish", rubbish))))
          .isInstanceOf(GarbledData.class);
    }
    byte[] endless = new byte[300_000];
    assertThatThrownBy(() -> read(List.of(new MemoryPart("endless", endless))))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("longer than");
  }

  /** What an issuer signed may still be nonsense. */
  @Test
  void signedNonsenseIsRefusedWithoutAnyOtherException() throws Exception {
    Random random = new Random(23);
    String alphabet = "0123456789abcdef-/ :@.*okwlZ";
    int read = 0;
    for (int i = 0; i < 1500; i++) {
      ListType type = List.of(ListType.values()).get(random.nextInt(6));
      StringBuilder line = new StringBuilder(sample(type));
      for (int changes = random.nextInt(4); changes > 0; changes--) {
        int at = random.nextInt(line.length());
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        if (random.nextBoolean()) {
          line.setCharAt(at, c);
        } else {
          line.insert(at, c);
        }
      }
      byte[] signed = signed(type, line.toString());
      try {
        read(List.of(new MemoryPart("nonsense", signed)));
        read++;
      } catch (GarbledData garbled) {
        assertThat(garbled.getMessage()).contains("nonsense");
      }
    }
    assertThat(read).isBetween(300, 1200);
  }

  private static String sample(ListType type) {
    return switch (type) {
      case ACCOUNTS -> "00112233445566778899aabb 3 low";
      case BLOCKED, STOLEN -> "00112233445566778899aab8/93";
      case EXEMPT, DISCOUNTED -> "0011 fire.brigade";
      case TICKETS -> "0011 monthly@S1:2:2026-11-01:2026-11-30 kind@*:1:2026-01-01:2026-12-31";
    };
  }

  /** A whole signed file around a line that its writer would not write. */
  private byte[] signed(ListType type, String line) {
    var whole = PartReader.sha256();
    whole.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    String hash = PartReader.soFar(whole);
    ListHead blank = TrialIssuer.full("alpha", type, 1, 1);
    String head =
        HeadForm.write(
            new ListHead(
                blank.issuer(),
                type,
                1,
                blank.base(),
                blank.asOf(),
                blank.validFrom(),
                1,
                1,
                0,
                hash,
                1,
                1));
    String signature = new ListSigner("main", alpha.pair().getPrivate()).sign(head);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    String end = "{\"end\":1,\"entries\":1,\"sha256\":\"" + hash + "\"}";
    file.writeBytes(
        String.join("\n", head, signature, line, end, "").getBytes(StandardCharsets.UTF_8));
    return file.toByteArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ACCOUNTS | 00112233 | group is missing",
        "ACCOUNTS | 00112233 256 ok | from 1 to 255",
        "ACCOUNTS | 00112233 0 ok | from 1 to 255",
        "ACCOUNTS | 00112233 1 good | ok or low",
        "ACCOUNTS | 00112233 1 ok 0102 | hash of the plate",
        "ACCOUNTS | 00112233  1 ok | one blank",
        "BLOCKED | 0011223 | whole bytes",
        "BLOCKED | 00112233/33 | whole bytes",
        "BLOCKED | 00112232/31 stolen | nothing may follow",
        "BLOCKED | 00112230/30 | OK",
        "BLOCKED | 00112233/31 | bits set behind",
        "BLOCKED | 0011223A | lower-case",
        "BLOCKED | 00/ | number of bits",
        "BLOCKED | /0 | whole bytes",
        "BLOCKED | -00 | only a delta",
        "EXEMPT | 00 | a word after",
        "EXEMPT | 00 cứu-thương | 1 to 64",
        "EXEMPT | 00 a b | nothing may follow",
        "TICKETS | 00 | ticket after the number is missing",
        "TICKETS | 00 monthly@S1:2:2026-11-31:2026-12-01 | is not a day",
        "TICKETS | 00 monthly@S1:2:2026-11-30:2026-11-01 | ends before",
        "TICKETS | 00 monthly@S1:0:2026-11-01:2026-11-30 | is no ticket",
        "TICKETS | 00 monthly:S1:2:2026-11-01:2026-11-30 | is no ticket",
      })
  void anEntryThatIsWrongIsNamedWithFileAndLine(ListType type, String line, String says)
      throws Exception {
    List<MemoryPart> file = List.of(new MemoryPart("list.tags", signed(type, line)));
    if (says.equals("OK")) {
      read(file);
    } else {
      assertThatThrownBy(() -> read(file))
          .isInstanceOf(GarbledData.class)
          .hasMessageContaining("list.tags, line 3: ")
          .hasMessageContaining(says);
    }
  }

  @Test
  void entriesOutOfOrderOrTwiceAreRefused() throws Exception {
    for (String lines : List.of("02\n01", "01\n01", "0001\n02", "80/1\n80/1", "01/8\n01")) {
      assertThatThrownBy(() -> read(List.of(new MemoryPart("x", signed(ListType.BLOCKED, lines)))))
          .isInstanceOf(GarbledData.class);
    }
  }

  @Test
  void headsAreReadAsTheyAreWritten() throws Exception {
    ListHead full = TrialIssuer.full("alpha", ListType.ACCOUNTS, Long.MAX_VALUE, 3);
    ListHead delta = TrialIssuer.delta("be-ta2", ListType.TICKETS, 9, 8, 77, 10_000);
    for (ListHead head : List.of(TrialIssuer.withPlates(full, 32), delta)) {
      ListHead complete =
          new ListHead(
              head.issuer(),
              head.type(),
              head.version(),
              head.base(),
              head.asOf(),
              head.validFrom(),
              12,
              head.tags(),
              head.plateHashBytes(),
              "ab".repeat(32),
              2,
              head.parts());
      assertThat(HeadForm.read("x", HeadForm.write(complete))).isEqualTo(complete);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"base\":8` | `\"base\":9` | /base",
        "`\"kind\":\"delta\"` | `\"kind\":\"full\"` | /base",
        "`\"list\":\"tickets\"` | `\"list\":\"Tickets\"` | /list",
        "`\"issuer\":\"beta\"` | `\"issuer\":\"../x\"` | /issuer",
        "`\"version\":9` | `\"version\":0` | /version",
        "`\"part\":1` | `\"part\":4` | /part",
        "`\"asOf\":\"2026-11-21T10:00:00Z\"` | `\"asOf\":\"today\"` | /asOf",
        "`\"entries\":0` | `\"entries\":-1` | /entries",
        "`wayside-tags/1` | `wayside-tags/2` | /form",
        "`\"part\":1` | `\"prat\":1` | prat",
      })
  void aHeadThatIsWrongIsNamedWithItsPlace(String right, String wrong, String says) {
    ListHead head = TrialIssuer.delta("beta", ListType.TICKETS, 9, 8, 77, 3);
    String text =
        HeadForm.write(head).replace("\"sha256\":\"\"", "\"sha256\":\"" + "0".repeat(64) + "\"");
    assertThat(text).contains(right);
    assertThatThrownBy(() -> HeadForm.read("head", text.replace(right, wrong)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining(says);
  }

  @Test
  void keysAreReadFromLinesAndWrongOnesAreNamed() throws Exception {
    String key =
        java.util.Base64.getEncoder().encodeToString(alpha.pair().getPublic().getEncoded());
    ListKeys keys = ListKeys.parse("keys", "# ours\nalpha main " + key + "\n\nbeta b1 " + key);
    assertThat(keys.issuers()).containsExactly("alpha", "beta");
    assertThat(keys.knows("alpha", "main")).isTrue();
    assertThat(keys.knows("alpha", "b1")).isFalse();
    assertThatThrownBy(() -> ListKeys.parse("keys", "\nalpha main"))
        .hasMessageContaining("keys, line 2");
    assertThatThrownBy(() -> ListKeys.parse("keys", "alpha main AAAA"))
        .hasMessageContaining("openssl");
    assertThatThrownBy(() -> ListKeys.parse("keys", ("alpha main " + key + "\n").repeat(2)))
        .hasMessageContaining("line 2");
  }

  @Test
  void anEntryCostsNextToNoMemoryWhileItIsRead() throws Exception {
    int entries = 60_000;
    List<String> lines =
        IntStream.range(0, entries).mapToObj(i -> String.format("%024x 2 ok", i)).toList();
    List<MemoryPart> parts = alpha.make(TrialIssuer.full("alpha", ListType.ACCOUNTS, 1, 1), lines);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    read(parts);
    long before = threads.getThreadAllocatedBytes(thread);
    read(parts);
    long allocated = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(allocated).isLessThan(700_000); // buffers, head and signature; 12 bytes an entry
  }
}

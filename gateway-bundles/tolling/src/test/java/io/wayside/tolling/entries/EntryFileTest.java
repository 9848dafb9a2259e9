// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.exchange.ListKeys;
import io.wayside.tolling.book.exchange.ListSigner;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.tag.TagNumber;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntryFileTest {

  private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

  private final KeyPair pair;
  private final ListKeys keys;

  EntryFileTest() throws GeneralSecurityException {
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    keys = ListKeys.of("centre", "main", pair.getPublic());
  }

  private String signed(List<Crossing> crossings) {
    return new EntryFile("centre", NOW, crossings).write(new ListSigner("main", pair.getPrivate()));
  }

  private static List<Crossing> crossings(int seed) {
    Random random = new Random(seed);
    List<Crossing> all = new ArrayList<>();
    for (int i = random.nextInt(30); i > 0; i--) {
      boolean in = random.nextBoolean();
      int bits = 1 + random.nextInt(496);
      String epc = "0".repeat((bits + 7) / 8 * 2);
      Instant at = NOW.minusMillis(random.nextInt(100_000_000));
      all.add(
          new Crossing(
              new TagNumber(epc, bits),
              in,
              new EntryPoint("%04d".formatted(random.nextInt(10_000)), at, "g-3/toll.l/" + i),
              in && random.nextBoolean()));
    }
    return all;
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    for (int seed = 0; seed < 100; seed++) {
      List<Crossing> all = crossings(seed);
      assertThat(EntryFile.read("file", signed(all), keys))
          .isEqualTo(new EntryFile("centre", NOW, all));
    }
  }

  @Test
  void aLineAsTheDocumentShowsItIsRead() throws Exception {
    String shown =
        "in 00a0111111111111111111aa 96 1001 2026-11-22T04:10:00Z gate-3/toll.lane-1/4711";
    Crossing one =
        new Crossing(
            new TagNumber("00a0111111111111111111aa", 96),
            true,
            new EntryPoint(
                "1001", Instant.parse("2026-11-22T04:10:00Z"), "gate-3/toll.lane-1/4711"),
            false);
    assertThat(signed(List.of(one)).lines().skip(2)).containsExactly(shown);
  }

  @Test
  void whatWasChangedOrIsOfAStrangerIsNotTaken() throws Exception {
    String text = signed(crossings(3));
    assertThatThrownBy(() -> EntryFile.read("file", text, ListKeys.none()))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("add the key if it is theirs");
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder damaged = new StringBuilder(text);
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> damaged.setCharAt(at, (char) (damaged.charAt(at) ^ (1 << random.nextInt(7))));
        case 1 -> damaged.deleteCharAt(at);
        default -> damaged.setLength(at);
      }
      String other = damaged.toString();
      try {
        assertThat(EntryFile.read("file", other, keys).crossings()).isEqualTo(crossings(3));
        assertThat(other.lines().skip(2)).containsExactlyElementsOf(text.lines().skip(2).toList());
      } catch (GarbledData refused) {
        assertThat(refused.getMessage()).contains("file");
      }
    }
  }

  @Test
  void nonsenseThatIsSignedIsRefusedWithItsLine() {
    for (String line :
        List.of(
            "into 00aa 16 1001 2026-11-22T04:10:00Z r",
            "in 00aa 15x 1001 2026-11-22T04:10:00Z r",
            "in 00aa 96 1001 2026-11-22T04:10:00Z r",
            "in 00AA 16 1001 2026-11-22T04:10:00Z r",
            "in 00aa 16 10010 2026-11-22T04:10:00Z r",
            "in 00aa 16 1001 yesterday r",
            "in 00aa 16 1001 2026-11-22T04:10:00Z r surely")) {
      // A crossing whose record is such that the line comes out as wanted.
      assertThatThrownBy(() -> EntryFile.read("file", forged(line), keys))
          .as(line)
          .isInstanceOf(GarbledData.class)
          .hasMessageContaining("line 3");
    }
  }

  private String forged(String line) throws Exception {
    java.security.MessageDigest sha = java.security.MessageDigest.getInstance("SHA-256");
    String hash =
        java.util.HexFormat.of()
            .formatHex(sha.digest((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    String head =
        "{\"form\":\"wayside-entries/1\",\"from\":\"centre\",\"asOf\":\""
            + NOW
            + "\",\"crossings\":1,\"sha256\":\""
            + hash
            + "\"}";
    return head + "\n" + new ListSigner("main", pair.getPrivate()).sign(head) + "\n" + line + "\n";
  }
}

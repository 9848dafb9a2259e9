// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.nmea.sentence.CheckSum;
import io.wayside.driver.nmea.sentence.Framer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Messages of random types, lengths and bits, well framed or not: nothing escapes, everything can
 * be told, memory is bounded. {@code ./wayside rig ais-fuzz} is the long form.
 */
class DecoderFuzzTest {

  private static final String LETTERS =
      "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVW`abcdefghijklmnopqrstuvw";

  private final Random random = new Random(20_261_122);
  private final AisDecoder decoder = new AisDecoder();
  private final Framer framer = new Framer();
  private final List<Reception> heard = new ArrayList<>();

  private void feed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    framer.feed(bytes, 0, bytes.length, 0, s -> decoder.hear(s).ifPresent(heard::add));
  }

  private String letters() {
    StringBuilder letters = new StringBuilder();
    letters.append(LETTERS.charAt(random.nextInt(64)));
    int count = random.nextInt(80);
    for (int i = 0; i < count; i++) {
      letters.append(LETTERS.charAt(random.nextInt(64)));
    }
    return letters.toString();
  }

  /** Binary messages of applications that are read, with content of any length. */
  private String application() {
    int[][] known = {
      {1, 31}, {1, 11}, {200, 24}, {200, 25}, {200, 40}, {235, 10}, {0, 0}, {1022, 61}
    };
    int[] one = known[random.nextInt(known.length)];
    boolean addressed = random.nextBoolean();
    Written written = new Written().put(addressed ? 6 : 8, 6).put(random.nextInt(1 << 30), 32);
    written.zeros(addressed ? 34 : 2).put(one[0], 10).put(one[1], 6);
    int bits = random.nextInt(400);
    for (int i = 0; i < bits; i++) {
      written.put(random.nextInt(2), 1);
    }
    return written.letters();
  }

  @Test
  void nothingEscapesAndEveryMessageCanBeTold() {
    Set<String> kinds = new HashSet<>();
    for (int round = 0; round < 12_000; round++) {
      String letters = random.nextInt(3) == 0 ? application() : letters();
      int count = random.nextInt(10) == 0 ? 2 + random.nextInt(8) : 1;
      feed(
          CheckSum.ended(
              "!AIVDM,%d,%d,%s,A,%s,%d"
                  .formatted(
                      count,
                      1 + random.nextInt(count),
                      count == 1 ? "" : random.nextInt(10),
                      letters,
                      random.nextInt(6))));
      for (Reception each : heard) {
        assertThat(RawTeller.of(each.message())).containsKey("mmsi");
        assertThat(each.toString()).isNotEmpty();
        kinds.add(each.message().getClass().getSimpleName());
      }
      heard.clear();
      assertThat(decoder.pending()).isLessThanOrEqualTo(Settings.USUAL.mostBegun());
    }
    assertThat(kinds).hasSize(AisMessage.class.getPermittedSubclasses().length);
  }

  @Test
  void aLineChangedAnywhereIsRefusedOrReadAndTheNextOneIsRead() {
    String good = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n";
    for (int round = 0; round < 8_000; round++) {
      StringBuilder changed = new StringBuilder(good);
      int changes = 1 + random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        changed.setCharAt(random.nextInt(changed.length()), (char) random.nextInt(256));
      }
      feed(changed.toString());
      heard.clear();
      feed(good);
      assertThat(heard).extracting(Reception::message).last().isInstanceOf(PositionReport.class);
    }
  }
}

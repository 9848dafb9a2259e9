// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tapline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** From bytes to sentences. */
class SentencesTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> take(Sentences sentences, String text) {
    return sentences.take(bytes(text), text.length());
  }

  /** By another way than the reader under test: over characters, as the form says. */
  private static String framed(String text) {
    int sum = text.chars().reduce(0, (a, b) -> a ^ b);
    return "$" + text + "*" + String.format("%02X", sum) + "\r\n";
  }

  @Test
  void aLineWithItsCheckSumIsASentence() {
    assertThat(take(new Sentences(), "$TAP,in,0a1b2c3d*61\r\n")).isEmpty();
    assertThat(take(new Sentences(), framed("TAP,in,0a1b2c3d"))).containsExactly("TAP,in,0a1b2c3d");
    assertThat(take(new Sentences(), "$ALIVE*57\r\n")).containsExactly("ALIVE");
  }

  @Test
  void whatIsDamagedIsCountedAndTheNextIsHeard() {
    Sentences sentences = new Sentences();
    String good = framed("TAP,out,00112233");
    String bad = good.replace("out", "in ");
    assertThat(take(sentences, bad + good + "noise\n" + "x".repeat(1_000) + "\n" + good))
        .containsExactly("TAP,out,00112233", "TAP,out,00112233");
    assertThat(sentences.damaged()).isEqualTo(3);
  }

  @Test
  void itDoesNotMatterHowTheBytesArrive() {
    Random random = new Random(4);
    StringBuilder all = new StringBuilder();
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      said.add("TAP,in," + Long.toHexString(random.nextLong()));
      all.append(framed(said.get(i)));
    }
    Sentences sentences = new Sentences();
    List<String> heard = new ArrayList<>();
    byte[] bytes = bytes(all.toString());
    for (int at = 0; at < bytes.length; ) {
      int count = Math.min(1 + random.nextInt(40), bytes.length - at);
      byte[] piece = new byte[count];
      System.arraycopy(bytes, at, piece, 0, count);
      heard.addAll(sentences.take(piece, count));
      at += count;
    }
    assertThat(heard).isEqualTo(said);
    assertThat(sentences.damaged()).isZero();
  }

  @Test
  void anyBytesAreEitherSentencesOrDamage() {
    Random random = new Random(9);
    Sentences sentences = new Sentences();
    byte[] noise = new byte[512];
    for (int i = 0; i < 2_000; i++) {
      random.nextBytes(noise);
      for (String text : sentences.take(noise, noise.length)) {
        assertThat(text).hasSizeLessThan(Sentences.LONGEST).matches("[ -~]*");
      }
    }
    assertThat(sentences.damaged()).isPositive();
  }
}

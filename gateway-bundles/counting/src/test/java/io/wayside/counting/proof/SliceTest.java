// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Frame;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SliceTest {

  @Test
  void goesFromTheBeginningOfTheLineToItsEnd() {
    Frame frame = Pictures.coloured(100, 60, (x, y) -> x << 16 | y << 8 | 7);

    int[] there = Slice.of(frame, new ProofLine("a", 10, 30, 90, 30), 80);
    int[] back = Slice.of(frame, new ProofLine("a", 90, 30, 10, 30), 80);

    for (int i = 0; i < 80; i++) {
      assertThat(there[i]).isEqualTo((10 + i) << 16 | 30 << 8 | 7);
      assertThat(back[i]).isEqualTo(there[79 - i]);
    }
  }

  @Test
  void isTheMeanOfThreePixelsAcross() {
    Frame frame = Pictures.grey(40, 9, (x, y) -> y == 3 ? 10 : y == 4 ? 20 : y == 5 ? 90 : 255);

    assertThat(Slice.of(frame, new ProofLine("a", 2, 4.5, 38, 4.5), 12)).containsOnly(0x282828);
  }

  @Test
  void anyLineOverAnyEdgeOfThePictureIsReadWithinIt() {
    Random random = new Random(5);
    Frame frame = Pictures.plain(0x123456);
    for (int i = 0; i < 500; i++) {
      ProofLine line =
          new ProofLine(
              "a",
              random.nextInt(400) - 150,
              random.nextInt(400) - 150,
              random.nextInt(400) - 150,
              random.nextInt(400) - 150);
      assertThat(Slice.of(frame, line, 96)).hasSize(96).containsOnly(0x123456);
    }
    ProofLine point = new ProofLine("point", 5, 5, 5, 5);
    assertThat(Slice.of(frame, point, 4)).containsOnly(0x123456);
  }
}

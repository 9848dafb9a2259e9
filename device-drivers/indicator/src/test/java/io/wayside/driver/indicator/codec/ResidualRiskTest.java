// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.wayside.rig.simulators.indicator.YaohuaEncoder;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How many damaged A9 frames pass the 8-bit XOR with another number than was sent. The figures are
 * those of docs/drivers.md.
 */
class ResidualRiskTest {

  private static final int BITS = 96;
  private static final double INTERVAL_KG = 20;

  private long damaged;
  private long passed;
  private long passedInWholeIntervals;

  @Test
  void ofTwoWrongBitsOneIn59PassesAndOneIn129InWholeIntervals() {
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      byte[] sent = frame(random);
      for (int a = 0; a < BITS; a++) {
        for (int b = a + 1; b < BITS; b++) {
          judge(sent, flipped(sent, a, b));
        }
      }
    }
    assertThat(oneIn(passed)).isCloseTo(59, offset(1.0));
    assertThat(oneIn(passedInWholeIntervals)).isCloseTo(129, offset(3.0));
  }

  @Test
  void ofThreeWrongBitsOneInMoreThan50000Passes() {
    Random random = new Random(8);
    for (int i = 0; i < 4; i++) {
      byte[] sent = frame(random);
      for (int a = 0; a < BITS; a++) {
        for (int b = a + 1; b < BITS; b++) {
          for (int c = b + 1; c < BITS; c++) {
            judge(sent, flipped(sent, a, b, c));
          }
        }
      }
    }
    assertThat(oneIn(passed)).isGreaterThan(50_000);
  }

  @Test
  void ofRandomBytesBetweenTheDelimitersAlmostNonePass() {
    Random random = new Random(9);
    for (int i = 0; i < 400_000; i++) {
      byte[] sent = frame(random);
      byte[] got = sent.clone();
      for (int at = 1; at < 11; at++) {
        got[at] = (byte) random.nextInt(256);
      }
      judge(sent, got);
    }
    assertThat(passed).isLessThanOrEqualTo(1);
  }

  private double oneIn(long count) {
    return (double) damaged / count;
  }

  private static byte[] frame(Random random) {
    long shown = 20L * random.nextInt(2_000);
    return YaohuaEncoder.standard()
        .encode(io.wayside.rig.simulators.indicator.Indication.of(shown, 0));
  }

  private static byte[] flipped(byte[] sent, int... bits) {
    byte[] got = sent.clone();
    for (int bit : bits) {
      got[bit / 8] ^= (byte) (1 << bit % 8);
    }
    return got;
  }

  private void judge(byte[] sent, byte[] got) {
    damaged++;
    Collected heard = Collected.of(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, got);
    if (heard.indications.isEmpty() || heard.indications.get(0).equals(truth(sent))) {
      return;
    }
    passed++;
    if (heard.indications.get(0).value() % INTERVAL_KG == 0) {
      passedInWholeIntervals++;
    }
  }

  private static Indication truth(byte[] sent) {
    return Collected.of(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, sent).indications.get(0);
  }
}

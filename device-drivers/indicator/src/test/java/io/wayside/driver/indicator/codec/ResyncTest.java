// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.indicator.codec.GoldenFrames.Golden;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever came before, the next good frame is found with its last byte, and found once. */
class ResyncTest {

  private static final int ROUNDS = 4_000;

  @ParameterizedTest
  @EnumSource
  void afterAnyGarbageTheNextGoodFrameIsFound(IndicatorFormat format) {
    Random random = new Random(31);
    List<Golden> own = GoldenFrames.of(format);
    for (int round = 0; round < ROUNDS; round++) {
      Golden next = own.get(random.nextInt(own.size()));
      byte[] garbage = garbage(random, own);
      byte[] good = GoldenFrames.enough(next);
      Collected heard = Collected.of(format, AnyBytesTest.joined(garbage, good));
      assertThat(heard.times)
          .as("%s after %s", next, java.util.HexFormat.of().formatHex(garbage))
          .isNotEmpty();
      int last = heard.times.size() - 1;
      assertThat(heard.indications.get(last).kilograms(MassUnit.KILOGRAM))
          .as("%s after %s", next, java.util.HexFormat.of().formatHex(garbage))
          .isEqualTo(next.kilograms());
      assertThat(heard.times.get(last)).isEqualTo((long) lastByte(garbage, next));
    }
  }

  /** When the frame ends; a line end after it does not count, nor the start of the next. */
  private static int lastByte(byte[] garbage, Golden golden) {
    byte[] good = GoldenFrames.enough(golden);
    int end = good.length - 1;
    boolean trailing =
        golden.format() == IndicatorFormat.YAOHUA_A12
            || golden.format() == IndicatorFormat.YAOHUA_REVERSED;
    while (trailing && (good[end] == '\r' || good[end] == '\n' || good[end] == '=')) {
      end--;
    }
    return garbage.length + end;
  }

  /** Random bytes, bytes of the format itself, heads and tails of its frames, frames of others. */
  private static byte[] garbage(Random random, List<Golden> own) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
      byte[] frame = own.get(random.nextInt(own.size())).frame();
      int from = random.nextInt(frame.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes.writeBytes(noise(random));
        case 1 -> bytes.writeBytes(Arrays.copyOf(frame, from));
        case 2 -> bytes.writeBytes(Arrays.copyOfRange(frame, from, frame.length));
        case 3 -> bytes.write(frame[0]);
        case 4 -> bytes.writeBytes(any(random));
        default -> bytes.write(frame[from]);
      }
    }
    return bytes.toByteArray();
  }

  /** A whole frame of any format. */
  private static byte[] any(Random random) {
    return GoldenFrames.ALL.get(random.nextInt(GoldenFrames.ALL.size())).frame();
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[random.nextInt(30)];
    random.nextBytes(noise);
    return noise;
  }
}

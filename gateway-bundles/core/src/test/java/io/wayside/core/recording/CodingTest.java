// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingTest {

  @ParameterizedTest
  @CsvSource({
    "INT16, -2, feff, -2",
    "INT16, 1.5, 0200, 2",
    "INT16, 2.5, 0200, 2",
    "INT16, 1e9, ff7f, 32767",
    "INT16, -1e9, 0080, -32768",
    "INT32, 65537, 01000100, 65537",
    "INT32, 1e18, ffffff7f, 2147483647",
    "INT32, -Infinity, 00000080, -2147483648",
    "FLOAT32, -1.5, 0000c0bf, -1.5",
    "FLOAT32, NaN, 0000c07f, NaN",
    "FLOAT64, 1.5, 000000000000f83f, 1.5",
    "FLOAT64, Infinity, 000000000000f07f, Infinity"
  })
  void aRawValueIsKeptInTheseBytes(Coding coding, double raw, String hex, double kept) {
    ByteBuffer bytes = ByteBuffer.allocate(coding.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    coding.put(bytes, coding.nearest(raw));

    assertThat(HexFormat.of().formatHex(bytes.array())).isEqualTo(hex);
    assertThat(coding.get(bytes.flip())).isEqualTo(Double.valueOf(kept));
  }

  @Test
  void whatIsKeptIsNeverFurtherThanHalfAStep() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double raw = 40_000 * random.nextGaussian();
      double kept = Coding.INT32.nearest(raw);
      assertThat(Math.abs(kept - raw)).isLessThanOrEqualTo(0.5);
      assertThat(Coding.INT16.nearest(raw)).isBetween(-32_768.0, 32_767.0);
    }
  }

  @Test
  void onlyWholeNumbersHaveNoGap() {
    assertThat(Coding.INT16.isWhole()).isTrue();
    assertThat(Coding.INT32.isWhole()).isTrue();
    assertThat(Coding.FLOAT32.isWhole()).isFalse();
    assertThat(Coding.FLOAT64.isWhole()).isFalse();
  }
}

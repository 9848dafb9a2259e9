// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each real is in the shortest of the three forms that keeps it. */
class ShortestRealTest {

  private static final int REALS = 200_000;

  /** Every finite half by value, by the arithmetic of RFC 8949, Appendix D. */
  private final Map<Double, Integer> halves = new HashMap<>();

  ShortestRealTest() {
    for (int bits = 0; bits < 0x10000; bits++) {
      double value = appendixD(bits);
      if (Double.isFinite(value) && bits != 0x8000) {
        halves.put(value, bits);
      }
    }
  }

  private static double appendixD(int half) {
    int exponent = (half >> 10) & 0x1f;
    int mantissa = half & 0x3ff;
    double value;
    if (exponent == 0) {
      value = mantissa * Math.pow(2, -24);
    } else if (exponent != 31) {
      value = (mantissa + 1024) * Math.pow(2, exponent - 25);
    } else {
      value = mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    return (half & 0x8000) != 0 ? -value : value;
  }

  @Test
  void thereAreAsManyFiniteHalvesAsTheStandardSays() {
    assertThat(halves).hasSize(2 * 31 * 1024 - 1);
  }

  @Test
  void everyHalfHasTheValueOfTheStandard() {
    for (int bits = 0; bits < 0x10000; bits++) {
      assertThat(Double.compare(HalfFloat.value(bits), appendixD(bits))).isZero();
    }
  }

  @Test
  void everyFiniteHalfIsWrittenInItsOwnSixteenBits() throws GarbledData {
    for (Map.Entry<Double, Integer> half : halves.entrySet()) {
      byte[] expected = {(byte) 0xf9, (byte) (half.getValue() >> 8), half.getValue().byteValue()};

      assertThat(Cbor.encode(new Value.Real(half.getKey()))).isEqualTo(expected);
      assertThat(Cbor.decode(expected)).isEqualTo(new Value.Real(half.getKey()));
    }
  }

  @Test
  void theNeighboursOfAHalfAreLonger() {
    for (double half : halves.keySet()) {
      assertShortest(Math.nextUp(half));
      assertShortest(Math.nextDown(half));
      assertShortest(Math.nextUp((float) half));
      assertShortest(Math.nextDown((float) half));
    }
  }

  @Test
  void anyRealIsAsShortAsItCanBe() {
    RandomTrees random = new RandomTrees(8949);
    for (int i = 0; i < REALS; i++) {
      assertShortest(random.real());
    }
  }

  @Test
  void aRealNeverBecomesAWholeNumber() throws GarbledData {
    assertThat(Cbor.decode(Cbor.encode(new Value.Real(12)))).isEqualTo(new Value.Real(12));
    assertThat(Cbor.encode(new Value.Real(12))).isNotEqualTo(Cbor.encode(new Value.Whole(12)));
  }

  @Test
  void minusZeroIsZero() {
    assertThat(Cbor.encode(new Value.Real(-0.0))).isEqualTo(Cbor.encode(new Value.Real(0.0)));
  }

  private void assertShortest(double value) {
    byte[] bytes = Cbor.encode(new Value.Real(value));
    int shortest = halves.containsKey(value + 0.0) ? 3 : (float) value == value ? 5 : 9;
    if (bytes.length != shortest) {
      throw new AssertionError(value + " takes " + Arrays.toString(bytes));
    }
  }
}

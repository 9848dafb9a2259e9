// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BitReaderTest {

  /** One large number is an oracle that knows no bytes. */
  @Test
  void readsNumbersOfAnyWidthAtAnyPlace() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[40];
      random.nextBytes(bytes);
      BigInteger all = new BigInteger(1, bytes);
      BitReader reader = new BitReader(bytes, 0);
      int taken = 0;
      while (taken < 250) {
        int width = 1 + random.nextInt(64);
        boolean signed = width > 1 && random.nextBoolean();
        BigInteger expected =
            all.shiftRight(320 - taken - width)
                .and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
        if (signed && expected.testBit(width - 1)) {
          expected = expected.subtract(BigInteger.ONE.shiftLeft(width));
        }
        long read = reader.number(width, signed ? FieldKind.SIGNED : FieldKind.UNSIGNED);
        assertThat(read).isEqualTo(expected.longValue());
        taken += width;
        assertThat(reader.bitsTo(40)).isEqualTo(320 - taken);
      }
    }
  }

  @Test
  void bytesAreTakenAsTheyAreWithTheirPadding() {
    BitReader reader = new BitReader(new byte[] {1, 2, (byte) 0xFF, 4}, 1);
    Octets octets = reader.octets(11);
    assertThat(octets.hex()).isEqualTo("02ff");
    assertThat(octets.bits()).isEqualTo(11);
    assertThat(reader.at()).isEqualTo(3);
  }
}

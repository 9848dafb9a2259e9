// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OctetsTest {

  @Test
  void numbersAreBigEndianAndHaveNoSign() {
    assertThat(Octets.ofShorts(1, 65_535).hex()).isEqualTo("0001ffff");
    assertThat(Octets.ofShorts(1, 65_535).shorts()).containsExactly(1, 65_535);
    assertThat(Octets.ofInts(920_625, 4_294_967_295L).hex()).isEqualTo("000e0c31ffffffff");
    assertThat(Octets.ofInts(920_625, 4_294_967_295L).ints())
        .containsExactly(920_625, 4_294_967_295L);
  }

  @Test
  void textIsReadOnlyWhenItIsText() {
    assertThat(Octets.ofText("Trạm thu phí").text()).contains("Trạm thu phí");
    assertThat(Octets.of((byte) 0xC3, (byte) 0x28).text()).isEmpty();
    assertThat(Octets.NONE.text()).contains("");
  }

  @Test
  void bitsMustBeHeldByTheirBytes() {
    assertThat(Octets.ofBits(9, (byte) 1, (byte) 0x80)).hasToString("0180/9");
    assertThatThrownBy(() -> Octets.ofBits(9, (byte) 1))
        .hasMessage("9 bits are not held by 1 bytes");
  }

  @Test
  void nobodyCanChangeThem() {
    byte[] given = {1, 2};
    Octets octets = Octets.of(given);
    given[0] = 9;
    octets.bytes()[1] = 9;
    assertThat(octets.hex()).isEqualTo("0102");
  }

  @Test
  void theSameBytesWithOtherBitsAreOthers() {
    assertThat(Octets.of((byte) 1)).isEqualTo(Octets.ofBits(8, (byte) 1));
    assertThat(Octets.of((byte) 1)).isNotEqualTo(Octets.ofBits(7, (byte) 1));
    assertThat(Octets.of((byte) 1)).hasSameHashCodeAs(Octets.ofBits(8, (byte) 1));
    assertThat(Octets.of((byte) 1)).isNotEqualTo(new FieldValue.Whole(1));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChipVectorsTest {

  @ParameterizedTest
  @CsvSource({
    "000000, 0",
    "000001, 1",
    "7FFFFF, 8388607",
    "800000, -8388608",
    "FFFFFF, -1",
    "ABCDEF, -5517841"
  })
  void countsAreTwosComplementOf24Bits(String hex, int counts) {
    int bits = Integer.parseInt(hex, 16);

    assertThat(Counts.of(bits)).isEqualTo(counts);
    assertThat(Counts.of((byte) (bits >> 16), (byte) (bits >> 8), (byte) bits)).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({
    "30000, F0", "15000, E0", "7500, D0", "3750, C0", "2000, B0", "1000, A1", "500, 92", "100, 82",
    "60, 72", "50, 63", "30, 53", "25, 43", "15, 33", "10, 23", "5, 13", "2.5, 03"
  })
  void ratesHaveTheCodesOfTheDataSheet(double hz, String code) {
    assertThat(Ads1256.image(0, 1, 1, hz)[3] & 0xFF).isEqualTo(Integer.parseInt(code, 16));
  }

  @Test
  void theImageHasInputsAndGain() {
    assertThat(Ads1256.image(7, 8, 64, 10)).containsExactly(0x02, 0x78, 0x06, 0x23);
  }

  @Test
  void whatAChipDoesNotHaveIsRefusedInWords() {
    assertThatThrownBy(() -> Ads1256.image(0, 9, 1, 10)).hasMessageContaining("AINCOM");
    assertThatThrownBy(() -> Ads1256.image(0, 1, 3, 10)).hasMessageContaining("gain 3");
    assertThatThrownBy(() -> Ads1256.image(0, 1, 128, 10)).hasMessageContaining("gain 128");
    assertThatThrownBy(() -> Ads1256.image(0, 1, 1, 11)).hasMessageContaining("30000.0");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckSumTest {

  @Test
  void theSumIsOfAllBetweenTheFirstCharacterAndTheStar() {
    assertThat(CheckSum.ended("$SDDPT,5.3,0.4,")).isEqualTo("$SDDPT,5.3,0.4,*79\r\n");
    assertThat(CheckSum.ended("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0"))
        .isEqualTo("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n");
    assertThat(CheckSum.ended("$A")).isEqualTo("$A*41\r\n");
  }

  @Test
  void countsTellWhatHappened() {
    Counts<Fault> counts = new Counts<>(Fault.class);
    assertThat(counts.all()).isEmpty();
    counts.add(Fault.TOO_LONG);
    counts.add(Fault.TOO_LONG);
    counts.add(Fault.NO_CHECK_SUM);
    assertThat(counts.of(Fault.TOO_LONG)).isEqualTo(2);
    assertThat(counts.total()).isEqualTo(3);
    assertThat(counts.all().keySet()).containsExactly(Fault.NO_CHECK_SUM, Fault.TOO_LONG);
  }
}

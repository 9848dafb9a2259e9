// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.light;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LightRulesTest {

  @ParameterizedTest
  @CsvSource({
    "Fl 4s,+500 -3500",
    "Fl 4s,+1900 -2100",
    "Fl(2) 6s,+300 -600 +300 -4800",
    "LFl 10s,+2000 -8000",
    "Oc 4s,+3000 -1000",
    "Oc(2) 8s,+1000 -2000 +3000 -2000",
    "Iso 6s,+3000 -3000",
    "Iso 5.001s,+2501 -2500",
    "Q,+300 -700",
    "Q,+500 -700",
    "VQ,+200 -300",
    "UQ,+100 -150",
    "Q(6)+LFl 15s,+300 -700 +300 -700 +300 -700 +300 -700 +300 -700 +300 -700 +2000 -7000",
    "IQ 10s,+500 -500 +500 -500 +500 -500 +500 -6500",
    "F,+1000",
    "FFl 10s,+500 +9500",
    "Mo(A) 6s,+300 -600 +1000 -4100",
  })
  void listsThatKeepTheRulesHaveNoFaults(String character, String lengths) throws LightSyntax {
    assertThat(LightRules.faults(LightCharacter.parse(character), Lengths.of(lengths))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Fl 4s,+2000 -2000,less lit than dark",
    "Fl 4s,+3000 -1000,less lit than dark",
    "Fl 4s,+500 -3000,the period of the character is 4000",
    "Fl 1s,+300 -700,are the rate of Q",
    "LFl 10s,+1500 -8500,a long flash lasts 2 s",
    "LFl 10s,+6000 -4000,less lit than dark",
    "Oc 4s,+2000 -2000,more lit than dark",
    "Oc 4s,+1000 -3000,more lit than dark",
    "Oc(2) 8s,+1000 -2500 +2000 -2500,more lit than dark",
    "Iso 6s,+2900 -3100,lit for half",
    "Q,+200 -300,are the rate of VQ",
    "VQ,+300 -700,are the rate of Q",
    "UQ,+200 -300,are the rate of VQ",
    "UQ,+50 -100,seen as a steady light",
    "IVQ 10s,+300 -700 +300 -8700,are the rate of Q",
    "Fl(2)+LFl 12s,+900 -1000 +900 -1000 +2000 -6200,a third",
    "Fl(2)+LFl 12s,+300 -1000 +300 -1000 +1200 -8200,a long flash lasts 2 s",
    "F,+900 -100,never dark",
    "FFl 10s,+500 -9500,never dark",
    "Fl 4s,-4000,has light and dark",
    "Fl 4s,+4000,has light and dark",
  })
  void whatBreaksARuleIsSaidInWords(String character, String lengths, String words)
      throws LightSyntax {
    assertThat(LightRules.faults(LightCharacter.parse(character), Lengths.of(lengths)))
        .anySatisfy(fault -> assertThat(fault).contains(words));
  }

  @ParameterizedTest
  @CsvSource({
    "1201,FLASHING",
    "1200,QUICK",
    "1000,QUICK",
    "760,QUICK",
    "750,VERY_QUICK",
    "500,VERY_QUICK",
    "376,VERY_QUICK",
    "375,ULTRA_QUICK",
    "200,ULTRA_QUICK",
    "5000,FLASHING"
  })
  void ratesHaveTheLimitsOfTheChart(int distanceMs, LightClass lightClass) {
    assertThat(LightRules.classAtRate(distanceMs)).isEqualTo(lightClass);
  }

  @Test
  void aLanternSaysWhatItCannotShow() throws LightSyntax {
    LanternLimits vega = new LanternLimits(50, 12_750, 300);

    assertThat(vega.faults(Lengths.of("+500 -2500"))).isEmpty();
    assertThat(vega.faults(Lengths.of("+1000"))).as("steady").isEmpty();
    assertThat(vega.faults(LightCharacter.parse("Q(6)+LFl 15s").rhythm()))
        .singleElement()
        .asString()
        .contains("15000 ms is longer than 12750 ms");
    assertThat(vega.faults(LightCharacter.parse("VQ").rhythm()))
        .singleElement()
        .asString()
        .contains("200 ms is shorter than 300 ms");
    assertThat(vega.faults(Lengths.of("+510 -2490"))).hasSize(2).allMatch(f -> f.contains("steps"));
  }
}

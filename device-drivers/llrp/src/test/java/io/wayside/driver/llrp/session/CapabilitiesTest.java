// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.llrp.codec.Build;
import io.wayside.driver.llrp.codec.Message;
import io.wayside.driver.llrp.codec.Octets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {

  private static Build table(int id, long... khz) {
    return Build.parameter("FrequencyHopTable")
        .with("hopTableId", id)
        .with("frequenciesKhz", Octets.ofInts(khz));
  }

  private static Message answer(Build frequencies) {
    return Build.message("GET_READER_CAPABILITIES_RESPONSE")
        .with(
            Build.parameter("GeneralDeviceCapabilities")
                .with("manufacturer", 25_882)
                .with("model", 96_008)
                .with("firmware", Octets.ofText("3.29")))
        .with(Build.parameter("LLRPCapabilities").with("supportsEventAndReportHolding", true))
        .with(
            Build.parameter("RegulatoryCapabilities")
                .with(Build.parameter("UHFBandCapabilities").with(frequencies)))
        .message(1, 1);
  }

  private static Build hopping() {
    return Build.parameter("FrequencyInformation")
        .with("hopping", true)
        .with(table(1, 902_750, 927_250))
        .with(table(4, 920_625, 922_875));
  }

  @Test
  void theFirstTableOfAHoppingReaderIsInUseUnlessTheSiteNamesAnother() {
    assertThat(Capabilities.of(answer(hopping()), 0).channelsKhz())
        .containsExactly(902_750L, 927_250L);
    assertThat(Capabilities.of(answer(hopping()), 4).channelsKhz())
        .containsExactly(920_625L, 922_875L);
    assertThat(Capabilities.of(answer(hopping()), 4).hopTable()).isEqualTo(4);
    assertThat(Capabilities.of(answer(hopping()), 9).channelsKhz()).isEmpty();
  }

  @Test
  void aReaderThatDoesNotHopHasAFixedTable() {
    Build fixed =
        Build.parameter("FrequencyInformation")
            .with(
                Build.parameter("FixedFrequencyTable")
                    .with("frequenciesKhz", Octets.ofInts(865_700, 866_300)));
    Capabilities reader = Capabilities.of(answer(fixed), 0);
    assertThat(reader.hopping()).isFalse();
    assertThat(reader.channelsKhz()).containsExactly(865_700L, 866_300L);
    assertThat(reader.channelIndex(List.of(866_300))).isEqualTo(2);
    assertThat(reader.channelIndex(List.of())).isEqualTo(1);
  }

  @Test
  void theReaderIsDescribedForPeople() {
    Capabilities reader = Capabilities.of(answer(hopping()), 0);
    assertThat(reader.description()).isEqualTo("maker 25882, model 96008, firmware 3.29");
    assertThat(reader.canHold()).isTrue();
  }

  @Test
  void aReaderThatSaysNothingOfItselfIsBorne() {
    Message silent = Build.message("GET_READER_CAPABILITIES_RESPONSE").message(1, 1);
    Capabilities reader = Capabilities.of(silent, 0);
    assertThat(reader.channelsKhz()).isEmpty();
    assertThat(reader.canHold()).isFalse();
    assertThat(reader.description()).isEqualTo("an unknown reader");
  }
}

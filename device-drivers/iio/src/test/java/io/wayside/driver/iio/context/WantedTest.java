// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {

  @Test
  void aChannelIsNamedAndScaledAsTheSiteSays() {
    assertThat(Wanted.all("d", "left=voltage0 unit=N scale=0.125 offset=-310", "voltage1-voltage2"))
        .containsExactly(
            new Wanted(
                "left", "voltage0", 0, "N", OptionalDouble.of(0.125), OptionalDouble.of(-310)),
            new Wanted(
                "voltage1-voltage2",
                "voltage1-voltage2",
                0,
                "mV",
                OptionalDouble.empty(),
                OptionalDouble.empty()));
    assertThat(Wanted.all("d", "q=rot_quaternion#3").get(0).which()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "=voltage0",
        "voltage0 scale",
        "voltage0 scale=x",
        "voltage0 scale=NaN",
        "voltage0 unit=",
        "voltage0 gain=2",
        "Voltage 0",
        "voltage0#"
      })
  void whatIsUnclearIsQuotedWithTheRightForm(String text) {
    assertThatThrownBy(() -> Wanted.all("adc-1", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("adc-1")
        .hasMessageContaining("\"" + text + "\"")
        .hasMessageContaining("left=voltage0");
  }

  @Test
  void twoChannelsOfOneNameAreRefused() {
    assertThatThrownBy(() -> Wanted.all("d", "a=voltage0", "a=voltage1"))
        .hasMessageContaining("two channels are named a");
    assertThatThrownBy(() -> Wanted.all("d")).hasMessageContaining("no channels");
  }

  @Test
  void theMostSpecificAttributeCounts() {
    assertThat(Attributes.names("voltage0", "scale"))
        .containsExactly("in_voltage0_scale", "in_voltage_scale", "in_scale");
    assertThat(Attributes.names("voltage0-voltage1", "scale"))
        .containsExactly(
            "in_voltage0-voltage1_scale",
            "in_voltage-voltage_scale",
            "in_voltage_scale",
            "in_scale");
    assertThat(Attributes.unit("temp")).isEqualTo("mCel");
    assertThat(Attributes.unit("count0")).isEqualTo("1");
  }

  @Test
  void theConvertersScaleHoldsUnlessTheSiteHasItsOwn() throws GarbledData {
    Map<String, String> device = Map.of("scale", "0.000298023 \n", "offset", "-8388608");
    Scaling.Lookup<GarbledData> lookup = (id, name) -> Optional.ofNullable(device.get(name));

    assertThat(Scaling.of(Wanted.all("d", "voltage0").get(0), lookup))
        .isEqualTo(new Scaling(-8_388_608, 0.000298023));
    assertThat(Scaling.of(Wanted.all("d", "voltage0 scale=2 offset=1").get(0), lookup))
        .isEqualTo(new Scaling(1, 2));
    assertThat(new Scaling(-10, 0.5).apply(new double[] {14, 8})).containsExactly(2, -1);
    assertThatThrownBy(
            () -> Scaling.of(Wanted.all("d", "voltage0").get(0), (i, n) -> Optional.of("1/2")))
        .hasMessageContaining("of voltage0")
        .hasMessageContaining("1/2")
        .isInstanceOf(GarbledData.class);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoOptionsTest {

  @Test
  void withoutOptionsItRunsUntilToldToStop() {
    assertThat(DemoOptions.parse(List.of()))
        .isEqualTo(new DemoOptions(Optional.empty(), 1, "none", 8088, 0, false));
  }

  @Test
  void readsEveryOption() {
    assertThat(
            DemoOptions.parse(
                List.of(
                    "--for",
                    "30s",
                    "--seed",
                    "7",
                    "--faults",
                    "rough",
                    "--page-port",
                    "0",
                    "--broker-port",
                    "1883",
                    "--keep")))
        .isEqualTo(new DemoOptions(Optional.of(Duration.ofSeconds(30)), 7, "rough", 0, 1883, true));
  }

  @ParameterizedTest
  @CsvSource({"5m,PT5M", "1h,PT1H", "90s,PT1M30S"})
  void timesHaveAUnit(String text, Duration time) {
    assertThat(DemoOptions.parse(List.of("--for", text)).time()).contains(time);
  }

  @ParameterizedTest
  @CsvSource({
    "--for 30,30s",
    "--for,needs a value",
    "--seed x,whole number",
    "--page-port 70000,0 to 65535",
    "--faults wild,none",
    "--fro 30s,--fro"
  })
  void whatIsWrongIsNamedWithTheRightForm(String line, String says) {
    assertThatThrownBy(() -> DemoOptions.parse(List.of(line.split(" "))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }
}

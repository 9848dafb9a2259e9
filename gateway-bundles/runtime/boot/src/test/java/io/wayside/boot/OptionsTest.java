// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void optionsMayStandBeforeAndAfterTheRest() throws Exception {
    for (List<String> line :
        List.of(
            List.of("--state", "/s", "command", "station.lane-1", "state"),
            List.of("command", "station.lane-1", "state", "--state", "/s"),
            List.of("command", "--state", "/s", "station.lane-1", "state"))) {
      Options options = Options.parse(line);
      assertThat(options.state()).isEqualTo(Path.of("/s"));
      assertThat(options.rest()).containsExactly("command", "station.lane-1", "state");
    }
  }

  @Test
  void withoutOptionsTheUsualPlacesAreMeant() throws Exception {
    Options options = Options.parse(List.of());
    assertThat(options.site()).isEqualTo(Path.of("/etc/wayside/site.json"));
    assertThat(options.state()).isEqualTo(Path.of("/var/lib/wayside"));
  }

  @Test
  void anUnknownOptionAndAMissingValueAreExplained() {
    assertThatThrownBy(() -> Options.parse(List.of("command", "--stat", "/s")))
        .isInstanceOf(BootFailure.class)
        .hasMessageContaining("--stat")
        .hasMessageContaining("--state FOLDER");
    assertThatThrownBy(() -> Options.parse(List.of("--state")))
        .isInstanceOf(BootFailure.class)
        .hasMessageContaining("--state");
  }
}

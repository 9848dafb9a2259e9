// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void what_is_not_named_is_where_Debian_keeps_such_things() throws BootFailure {
    Options options = Options.parse(List.of());

    assertThat(options.site()).isEqualTo(Path.of("/etc/wayside/site.json"));
    assertThat(options.state()).isEqualTo(Path.of("/var/lib/wayside"));
    assertThat(options.rest()).isEmpty();
  }

  @Test
  void the_last_of_two_counts() throws BootFailure {
    assertThat(Options.parse(List.of("--home", "/a", "--home", "/b")).home())
        .isEqualTo(Path.of("/b"));
  }

  @Test
  void options_may_stand_before_between_and_after_the_rest() throws BootFailure {
    for (List<String> line :
        List.of(
            List.of("--state", "/s", "station.lane-1", "state"),
            List.of("station.lane-1", "--state", "/s", "state"),
            List.of("station.lane-1", "state", "--state", "/s"))) {
      Options options = Options.parse(line);

      assertThat(options.state()).isEqualTo(Path.of("/s"));
      assertThat(options.rest()).containsExactly("station.lane-1", "state");
    }
  }

  @Test
  void other_options_are_refused_with_those_there_are() {
    assertThatThrownBy(() -> Options.parse(List.of("--port", "80")))
        .isInstanceOfSatisfying(
            BootFailure.class,
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(failure.lines()).contains("--port").contains("--site FILE");
            });
    assertThatThrownBy(() -> Options.parse(List.of("--site"))).isInstanceOf(BootFailure.class);
  }
}

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
  void the_last_of_two_counts_and_the_rest_is_left_alone() throws BootFailure {
    Options options =
        Options.parse(List.of("--home", "/a", "--home", "/b", "target", "verb", "--site"));

    assertThat(options.home()).isEqualTo(Path.of("/b"));
    assertThat(options.rest()).containsExactly("target", "verb", "--site");
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

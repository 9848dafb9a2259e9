// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

  @TempDir Path box;

  @Test
  void one_gateway_at_a_time_holds_it() throws Exception {
    Path folder = box.resolve("deep/state");
    try (StateFolder held = StateFolder.take(folder)) {
      assertThat(held.path()).isDirectory();
      assertThatThrownBy(() -> StateFolder.take(folder))
          .isInstanceOfSatisfying(
              BootFailure.class,
              failure -> {
                assertThat(failure.exitCode()).isEqualTo(ExitCode.STATE_OCCUPIED);
                assertThat(failure.lines()).contains("pid " + ProcessHandle.current().pid());
              });
    }
    StateFolder.take(folder).close();
  }

  @Test
  void a_file_in_its_place_is_refused_with_a_remedy() throws Exception {
    Path file = Files.writeString(box.resolve("state"), "");

    assertThatThrownBy(() -> StateFolder.take(file))
        .isInstanceOfSatisfying(
            BootFailure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.STATE_UNUSABLE))
        .hasMessageContaining("--state FOLDER");
  }
}

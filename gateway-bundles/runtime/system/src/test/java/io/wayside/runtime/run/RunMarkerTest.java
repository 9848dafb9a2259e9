// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.runtime.run.RunMarker.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMarkerTest {

  @TempDir Path state;

  @Test
  void the_first_run_is_cold() throws IOException {
    assertThat(new RunMarker(state).begin()).isEqualTo(Reason.COLD);
  }

  @Test
  void a_run_after_an_orderly_end_is_clean() throws IOException {
    RunMarker first = new RunMarker(state);
    first.begin();
    first.end();

    assertThat(new RunMarker(state).begin()).isEqualTo(Reason.CLEAN);
  }

  @Test
  void a_run_after_one_that_just_ended_is_after_a_crash() throws IOException {
    new RunMarker(state).begin();

    assertThat(new RunMarker(state).begin()).isEqualTo(Reason.AFTER_CRASH);
    assertThat(Reason.AFTER_CRASH.word()).isEqualTo("after-crash");
  }

  @Test
  void a_cut_file_tells_of_a_crash() throws IOException {
    Files.writeString(state.resolve("last-run"), "");

    assertThat(new RunMarker(state).begin()).isEqualTo(Reason.AFTER_CRASH);
  }
}

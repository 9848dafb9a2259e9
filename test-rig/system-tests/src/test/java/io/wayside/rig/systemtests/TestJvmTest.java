// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The build can run all tests on another Java than its own; this holds it to that. */
class TestJvmTest {
  @Test
  void testsRunOnTheJvmThatWasAskedFor() throws IOException {
    Path asked = Path.of(System.getProperty("wayside.test.jvm"));
    Path running = Path.of(ProcessHandle.current().info().command().orElseThrow());

    assertThat(running.toRealPath()).isEqualTo(asked.toRealPath());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RigTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int rig(String... arguments) throws Exception {
    return Rig.run(
        arguments,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  @Test
  void helpListsTheVerbs() throws Exception {
    assertThat(rig("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("lane", "iiod", "modbus", "llrp");
  }

  @Test
  void anUnknownVerbIsNamed() throws Exception {
    assertThat(rig("lain")).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("lain").contains("--help");
  }

  @Test
  void withoutAVerbTheHelpIsShownAsAnError() throws Exception {
    assertThat(rig()).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("lane");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ticket gate against its people. */
class RigGateTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... arguments) throws Exception {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return RigGate.run(List.of(arguments), Path.of("../.."), out, out);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachJourneyCostsItsFareOnceAndEachWhoDidNotPayIsCounted() throws Exception {
    int status = run("--seed", "21", "--seeds", "2", "--kills", "no");
    assertThat(status).as(said()).isZero();
    assertThat(said()).contains(" 0 faults").doesNotContain(" 0 journeys");
  }

  @Test
  void noFareIsDoubledWhereverTheGatewayIsKilled() throws Exception {
    int status = run("--seed", "2", "--seeds", "1", "--people", "5");
    assertThat(status).as(said()).isZero();
  }

  @Test
  void whatItIsToldWronglyIsWrongUsage() throws Exception {
    assertThat(run("--people", "none")).isEqualTo(2);
  }
}

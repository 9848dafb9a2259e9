// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The car park against its drivers. */
class RigParkingTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(String... arguments) throws Exception {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return RigParking.run(List.of(arguments), Path.of("../.."), out, out);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everybodyPaysWhatHeOwesAndOnce() throws Exception {
    int status = run("--seed", "11", "--seeds", "2", "--kills", "no");
    assertThat(status).as(said()).isZero();
    assertThat(said()).contains("0 faults").doesNotContain("0 charged rightly");
  }

  @Test
  void nothingIsLostOrDoubledWhereverTheGatewayIsKilled() throws Exception {
    int status = run("--seed", "3", "--seeds", "1", "--drivers", "3");
    assertThat(status).as(said()).isZero();
  }

  @Test
  void whatItIsToldWronglyIsWrongUsage() throws Exception {
    assertThat(run("--seeds", "none")).isEqualTo(2);
    assertThat(run("--speed", "1")).isEqualTo(2);
  }
}

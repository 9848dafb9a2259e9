// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.fault.FaultKind;
import io.wayside.rig.simulators.transport.PtyPipe;
import io.wayside.rig.simulators.transport.TcpServerPipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneArgumentsTest {

  @TempDir Path folder;

  private static LaneArguments parse(String... arguments) throws Exception {
    return LaneArguments.parse(List.of(arguments));
  }

  @Test
  void whatIsNotSaidHasItsDefault() throws Exception {
    LaneArguments arguments = parse("--tcp", "0");
    assertThat(arguments.pipe()).isInstanceOf(TcpServerPipe.class);
    assertThat(arguments.format().name()).isEqualTo("yaohua");
    assertThat(arguments.seed()).isOne();
    assertThat(arguments.faults().kinds()).isEmpty();
    assertThat(arguments.frameRateHz()).isEqualTo(10);
    assertThat(arguments.irregularShare()).isZero();
    assertThat(arguments.truth()).isEmpty();
    assertThat(arguments.duration()).isEmpty();
  }

  @Test
  void readsEveryOption() throws Exception {
    Path truth = folder.resolve("truth.jsonl");
    LaneArguments arguments =
        parse(
            "--pty",
            folder.resolve("ttyWIM").toString(),
            "--format",
            "toledo+7e1",
            "--seed",
            "9",
            "--faults",
            "rough",
            "--frame-rate",
            "12.5",
            "--irregular",
            "0.25",
            "--truth",
            truth.toString(),
            "--duration",
            "5m");
    assertThat(arguments.pipe()).isInstanceOf(PtyPipe.class);
    assertThat(arguments.pipe().address()).isEqualTo(folder.resolve("ttyWIM").toString());
    assertThat(arguments.format().name()).isEqualTo("toledo+7e1");
    assertThat(arguments.format().evenParity()).isTrue();
    assertThat(arguments.seed()).isEqualTo(9);
    assertThat(arguments.faults().kinds()).containsExactlyInAnyOrder(FaultKind.values());
    assertThat(arguments.frameRateHz()).isEqualTo(12.5);
    assertThat(arguments.irregularShare()).isEqualTo(0.25);
    assertThat(arguments.truth()).contains(truth);
    assertThat(arguments.duration()).contains(Duration.ofMinutes(5));
  }

  @Test
  void aFaultPlanWithoutASeedTakesTheLanes() throws Exception {
    assertThat(parse("--tcp", "0", "--seed", "9", "--faults", "rough").faults().seed())
        .isEqualTo(9);
    Path plan = Files.writeString(folder.resolve("plan"), "seed=4\nduplicate.perFrame=0.5\n");
    LaneArguments arguments = parse("--tcp", "0", "--seed", "9", "--faults", plan.toString());
    assertThat(arguments.faults().seed()).isEqualTo(4);
    assertThat(arguments.faults().kinds()).containsExactly(FaultKind.DUPLICATE);
  }
}

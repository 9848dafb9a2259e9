// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.fault.FaultKind;
import io.wayside.rig.simulators.fault.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultOptionsTest {

  @Test
  void withoutOptionsAThousandFramesOfTheRoughPlanInSteppedTime() throws IOException {
    FaultOptions options = FaultOptions.parse(List.of());
    assertThat(options.frames()).isEqualTo(1_000);
    assertThat(options.seeds()).isOne();
    assertThat(options.plan()).isEqualTo(FaultPlan.rough());
    assertThat(options.real()).isFalse();
  }

  @Test
  void aPlanMayBeAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("plan.properties");
    Files.writeString(file, "stall.perFrame=0.01\nstall.lastingMs=700\n");
    assertThat(FaultOptions.parse(List.of("--plan", file.toString())).plan().kinds())
        .containsExactly(FaultKind.STALL);
  }

  @Test
  void whatCannotBeUsedIsNamed() {
    assertThatThrownBy(() -> FaultOptions.parse(List.of("--frames", "3")))
        .hasMessageContaining("--frames")
        .hasMessageContaining("500");
    assertThatThrownBy(() -> FaultOptions.parse(List.of("--seeds", "many")))
        .hasMessageContaining("--seeds");
    assertThatThrownBy(() -> FaultOptions.parse(List.of("--fast"))).hasMessageContaining("--fast");
    assertThatThrownBy(() -> FaultOptions.parse(List.of("--seed"))).hasMessageContaining("--seed");
  }
}

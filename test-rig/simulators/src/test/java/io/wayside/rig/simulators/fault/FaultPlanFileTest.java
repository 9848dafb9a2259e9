// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultPlanFileTest {

  @TempDir Path folder;

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("plan.properties"), text);
  }

  @Test
  void readsSeedRatesDurationsAndCounts() throws Exception {
    FaultPlan plan =
        FaultPlanFile.read(
            file(
                """
                # a bad afternoon
                seed=7
                stall.perFrame=0.01
                stall.lastingMs=1500
                garbage.perFrame=0.5
                garbage.atMost=24
                """));
    assertThat(plan.seed()).isEqualTo(7);
    assertThat(plan.kinds()).containsExactlyInAnyOrder(FaultKind.STALL, FaultKind.GARBAGE);
    assertThat(plan.rule(FaultKind.STALL))
        .isEqualTo(FaultRule.of(0.01).lasting(Duration.ofMillis(1500)));
    assertThat(plan.rule(FaultKind.GARBAGE)).isEqualTo(FaultRule.of(0.5).atMost(24));
  }

  private void refused(String text, String... words) throws Exception {
    Path file = file(text);
    assertThatThrownBy(() -> FaultPlanFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll(words);
  }

  @Test
  void refusesWhatIsNoPlanNamingFileAndPlace() throws Exception {
    refused("stal.perFrame=0.1", "stal.perFrame", "known are");
    refused("stall.perFrame=often", "stall.perFrame", "often");
    refused("stall.perFrame=0.1", "STALL", "lasting");
    refused("drop.perFrame=0.1", "DROP", "atMost");
    refused("drop.perFrame=1.5\ndrop.atMost=1", "1.5");
  }

  @Test
  void knowsItsPresetsByName() {
    assertThat(FaultPlan.preset("rough").kinds()).containsExactlyInAnyOrder(FaultKind.values());
    assertThat(FaultPlan.preset("none").kinds()).isEmpty();
    assertThat(FaultPlan.preset("gentle").kinds())
        .isNotEmpty()
        .doesNotContain(FaultKind.DISCONNECT);
    assertThatThrownBy(() -> FaultPlan.preset("tender"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("tender", "gentle");
  }
}

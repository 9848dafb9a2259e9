// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.motion.Scenarios;
import io.wayside.weighing.accuracy.Criterion;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vehicles that stop on a platform, through the converter to the indication. */
class StandingTest {

  private static Stood stood(Signal.Way way, long seed, int vehicles) throws Exception {
    Progress quiet =
        new Progress(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    return new Standing(Scenarios.named("static-platform"), seed, way, quiet).run(vehicles);
  }

  @Test
  void anAdjustedPlatformStaysWithinTheLimitsOfClassThree() throws Exception {
    Stood stood = stood(WireSignal.WAY, 11, 10);
    assertThat(stood.weighed()).hasSizeBetween(8, 10);
    assertThat(stood.worstOfLimit()).isLessThanOrEqualTo(1);
    assertThat(stood.text())
        .contains("static-platform", "in simulation", "R 76 class III", "verification");
    assertThat(stood.json().get("came").toString()).contains("10");
  }

  @Test
  void pairsAreThoseOfIndicationsWithTheirAxles() throws Exception {
    Stood stood = stood(DirectSignal.WAY, 12, 5);
    assertThat(stood.pairs()).hasSameSizeAs(stood.weighed());
    for (int i = 0; i < stood.weighed().size(); i++) {
      Stood.Vehicle vehicle = stood.weighed().get(i);
      assertThat(stood.pairs().get(i).criterion()).isEqualTo(Criterion.GROSS);
      assertThat(stood.pairs().get(i).axles()).isEqualTo(vehicle.real().axles().size());
      assertThat(vehicle.indicatedKg() % PlatformPart.INTERVAL_KG).isZero();
      assertThat(Math.abs(vehicle.indicatedKg() - vehicle.exactKg())).isLessThanOrEqualTo(10.001);
    }
  }

  @Test
  void anErrorIsJudgedByTheLimitOfItsLoad() throws Exception {
    Stood some = stood(DirectSignal.WAY, 12, 1);
    var real = some.weighed().get(0).real();
    double kg = real.grossN() / PlatformPart.NEWTONS_PER_KG;
    double limit = kg <= 10_000 ? 10 : kg <= 40_000 ? 20 : 30;
    Stood wrong =
        new Stood(
            some.scenario(),
            1,
            some.way(),
            1,
            1,
            List.of(new Stood.Vehicle(real, kg + 1.5 * limit, kg)));
    assertThat(wrong.worstOfLimit()).isBetween(1.49, 1.51);
    assertThat(wrong.text()).contains("beyond it 1, beyond the limit in service 0");
  }
}

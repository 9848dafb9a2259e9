// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.Scenarios;
import org.junit.jupiter.api.Test;

/**
 * Simulated sites against their truth, calibrated with runs of known trucks first, as many as
 * vehicles up to 120. The system properties {@code wayside.strips.vehicles} and {@code
 * wayside.strips.seeds} make the trial as large as docs/weighing-in-motion.md reports it.
 */
class StripAccuracyTest {

  private static final int VEHICLES = Integer.getInteger("wayside.strips.vehicles", 80);
  private static final int KNOWN_RUNS = Math.min(120, VEHICLES);
  private static final int SEEDS = Integer.getInteger("wayside.strips.seeds", 1);

  private static Assessment assess(String name, long seed, boolean loops) {
    Scenario scenario = Scenarios.named(name);
    Trial trial = new Trial(scenario.site(), scenario.traffic(), seed, loops, "");
    Assessment assessment = Assessment.of(trial.calibrated(KNOWN_RUNS).run(VEHICLES));
    System.out.println(name + ", seed " + seed + ", loops " + loops + ": " + assessment);
    return assessment;
  }

  @Test
  void fourLinesOnAGoodRoadReachClassA() {
    for (long seed = 11; seed < 11 + SEEDS; seed++) {
      Assessment found = assess("four-lines-class-i", seed, true);
      reaches(found, 5, 7, 8, 10);
      allVehiclesAreThere(found);
    }
  }

  @Test
  void twoLinesOnAGoodRoadReachClassBPlus() {
    for (long seed = 11; seed < 11 + SEEDS; seed++) {
      Assessment found = assess("two-lines-class-i", seed, true);
      reaches(found, 7, 10, 11, 14);
      allVehiclesAreThere(found);
    }
  }

  private static void reaches(
      Assessment found, double gross, double group, double single, double inGroup) {
    assertThat(found.gross.deltaMin()).isLessThanOrEqualTo(gross);
    assertThat(found.group.deltaMin()).isLessThanOrEqualTo(group);
    assertThat(found.single.deltaMin()).isLessThanOrEqualTo(single);
    assertThat(found.inGroup.deltaMin()).isLessThanOrEqualTo(inGroup);
    assertThat(found.gross.coverage()).isGreaterThan(0.93);
    assertThat(found.single.coverage()).isGreaterThan(0.93);
    assertThat(found.inGroup.coverage()).isGreaterThan(0.93);
  }

  private static void allVehiclesAreThere(Assessment found) {
    assertThat(found.wrongUnflagged).isZero();
    assertThat(found.missed).isZero();
    assertThat(found.wrong).isLessThanOrEqualTo(VEHICLES / 1000);
    assertThat(found.farOffUnflagged).isZero();
  }

  @Test
  void tailgatersAreToldApartWithAndWithoutLoops() {
    for (boolean loops : new boolean[] {true, false}) {
      allVehiclesAreThere(assess("tailgating", 21, loops));
    }
  }

  @Test
  void aBadRoadShowsInTheUncertainty() {
    Assessment good = assess("four-lines-class-i", 31, true);
    Assessment bad = assess("four-lines-road-b-drift", 31, true);
    assertThat(bad.gross.uncertainty()).isGreaterThan(1.5 * good.gross.uncertainty());
    assertThat(bad.gross.coverage()).isGreaterThan(0.9);
    assertThat(bad.single.coverage()).isGreaterThan(0.9);
  }

  @Test
  void whatGoesWrongInAQueueIsFlagged() {
    Assessment found = assess("stop-and-go", 5, true);
    assertThat(found.wrongUnflagged).isZero();
    assertThat(found.farOffUnflagged).isZero();
  }

  @Test
  void straddlersAndMotorcyclesAreFlaggedWhereTheyAreWrong() {
    assertThat(assess("straddling", 5, true).wrongUnflagged).isZero();
    assertThat(assess("motorcycles", 5, true).wrongUnflagged).isZero();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.scenarios.faults.Recorded.Unwatched;
import io.wayside.rig.scenarios.faults.Recorded.WeighedAxle;
import io.wayside.rig.scenarios.faults.Recorded.Weighing;
import io.wayside.rig.simulators.weighlane.Manoeuvre;
import io.wayside.rig.simulators.weighlane.Vehicle;
import io.wayside.rig.simulators.weighlane.VehicleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Judge JUDGE = new Judge(12, 112, SECOND);

  /** Two axles, from 10 s to 17 s. */
  private static TrueVehicle truck(int frontKg, int rearKg) {
    Vehicle vehicle =
        new Vehicle(
            1, VehicleKind.TRUCK_TWO_AXLES, Manoeuvre.STOPS_ON_EACH_AXLE, List.of(frontKg, rearKg));
    return new TrueVehicle(
        vehicle,
        10 * SECOND,
        OptionalLong.of(17 * SECOND),
        List.of((double) frontKg, (double) rearKg));
  }

  /** Axles of three seconds, the first from 10 s on; NaN is an axle that never was at rest. */
  private static Weighing weighing(Set<String> flags, double... masses) {
    List<WeighedAxle> axles = new ArrayList<>();
    double gross = 0;
    for (double kg : masses) {
      long arrived = (10 + 4 * axles.size()) * SECOND;
      axles.add(
          new WeighedAxle(
              arrived,
              arrived + 3 * SECOND,
              Double.isNaN(kg) ? OptionalDouble.empty() : OptionalDouble.of(kg)));
      gross += kg;
    }
    OptionalDouble known = Double.isNaN(gross) ? OptionalDouble.empty() : OptionalDouble.of(gross);
    return new Weighing(10 * SECOND, 25 * SECOND, axles, known, flags);
  }

  private static Verdict judge(TrueVehicle vehicle, Recorded... records) {
    return JUDGE.judge(List.of(vehicle), List.of(records));
  }

  @Test
  void aRightWeighingHolds() {
    Verdict verdict = judge(truck(6003, 9004), weighing(Set.of(), 6000, 9010));
    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.whole()).isOne();
  }

  @Test
  void aMassThatNoAxleHasIsWrongWhateverTheFlags() {
    Weighing flagged = weighing(Set.of("signal-interrupted"), 6000, 9030);
    assertThat(judge(truck(6003, 9004), flagged).wrong()).hasSize(1);
  }

  @Test
  void aRightMassAtAnotherTimeIsWrong() {
    Weighing late =
        new Weighing(
            40 * SECOND,
            50 * SECOND,
            List.of(new WeighedAxle(40 * SECOND, 43 * SECOND, OptionalDouble.of(6000))),
            OptionalDouble.of(6000),
            Set.of("began-unobserved"));
    assertThat(judge(truck(6003, 9004), late, weighing(Set.of(), 6000, 9000)).wrong()).hasSize(1);
  }

  @Test
  void aGrossWithoutAnAxleIsWrongUnlessAFlagSaysSo() {
    assertThat(judge(truck(6003, 9004), weighing(Set.of("frames-lost"), 6000)).holds()).isFalse();
    assertThat(judge(truck(6003, 9004), weighing(Set.of("possible-missed-axle"), 6000)).holds())
        .isTrue();
  }

  @Test
  void aGrossWithAnAxleTooManyIsWrong() {
    assertThat(judge(truck(6003, 9004), weighing(Set.of(), 6000, 9000, 9000)).wrong()).hasSize(1);
  }

  @Test
  void anAxleOnRecordTwiceDoesNotStandForTwoEqualAxlesHalfMissed() {
    Verdict verdict = judge(truck(6000, 9000), weighing(Set.of("unstable"), 6000, 6000));
    assertThat(verdict.whole()).isZero();
    assertThat(verdict.holds()).isTrue();
  }

  @Test
  void anAxleWithoutAMassIsMissedAndMustBeFlagged() {
    assertThat(judge(truck(6003, 9004), weighing(Set.of(), 6000, Double.NaN)).uncovered())
        .hasSize(1);
    assertThat(judge(truck(6003, 9004), weighing(Set.of("unstable"), 6000, Double.NaN)).holds())
        .isTrue();
  }

  @Test
  void aVehicleThatIsNotOnRecordMustLieInAGapOnRecord() {
    assertThat(judge(truck(6003, 9004)).uncovered()).hasSize(1);
    assertThat(judge(truck(6003, 9004), new Unwatched(0, 8 * SECOND, "silent")).uncovered())
        .hasSize(1);
    assertThat(judge(truck(6003, 9004), new Unwatched(0, 12 * SECOND, "silent")).holds()).isTrue();
  }

  @Test
  void anAxleTooLightToBeSeenMayBeLeftOut() {
    assertThat(judge(truck(6003, 60), weighing(Set.of(), 6000)).holds()).isTrue();
    assertThat(judge(truck(6003, 300), weighing(Set.of(), 6000)).holds()).isFalse();
  }
}

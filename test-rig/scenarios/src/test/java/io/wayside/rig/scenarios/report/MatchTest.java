// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.rig.simulators.motion.TrueAxle;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MatchTest {

  private static final double SPEED_MPS = 20;

  /** Its axles come to the first line at these times. */
  private static TrueVehicle real(long number, double... atS) {
    List<TrueAxle> axles =
        DoubleStream.of(atS)
            .mapToObj(s -> new TrueAxle(6e4, 3e4, 3e4, SPEED_MPS * (s - atS[0]), false, List.of(s)))
            .toList();
    double enter = atS[0] - 0.2;
    double leave = atS[atS.length - 1] + 0.8;
    return new TrueVehicle(
        number, "TRUCK", "1-1", atS[0], SPEED_MPS, SPEED_MPS, enter, leave, 8, 0, "steady", 0,
        false, axles);
  }

  private static MotionVehicle weighed(Flags flags, double... atS) {
    List<MotionAxle> axles =
        DoubleStream.of(atS)
            .mapToObj(
                s ->
                    new MotionAxle(
                        Math.round(s * 1e9),
                        6e4,
                        1e3,
                        SPEED_MPS,
                        3e4,
                        3e4,
                        MotionAxle.Tyres.NOT_TOLD,
                        Flags.NONE))
            .toList();
    return new MotionVehicle(
        0,
        1,
        SPEED_MPS,
        0.1,
        0,
        axles,
        DoubleStream.of(atS).skip(1).mapToObj(s -> 4.0).toList(),
        List.of(new MotionGroup(0, atS.length, 6e4 * atS.length, 2e3)),
        6e4 * atS.length,
        2e3,
        8,
        30,
        flags);
  }

  private static Flags flagged(Flag flag) {
    return Flags.of(flag);
  }

  @Test
  void eachWeighedVehicleBelongsToTheNearestInTime() {
    List<TrueVehicle> truth = List.of(real(1, 10, 10.2), real(2, 11, 11.2));
    List<MotionVehicle> found =
        List.of(weighed(Flags.NONE, 11.01, 11.2), weighed(Flags.NONE, 9.99, 10.2));

    assertThat(Match.of(truth, found))
        .containsExactly(
            new Match(truth.get(0), found.get(1)), new Match(truth.get(1), found.get(0)));
  }

  @Test
  void aSplitVehicleIsNoMatch() {
    TrueVehicle truth = real(1, 10, 10.15);

    assertThat(
            Match.of(List.of(truth), List.of(weighed(Flags.NONE, 10), weighed(Flags.NONE, 10.15))))
        .isEmpty();
  }

  @Test
  void aMissedAxleIsSeen() {
    TrueVehicle truth = real(1, 10, 10.2);

    assertThat(Match.of(List.of(truth), List.of(weighed(Flags.NONE, 10))))
        .singleElement()
        .satisfies(match -> assertThat(match.axlesRight()).isFalse());
  }

  @Test
  void whatIsWrongIsToldByAFlagOnAnythingWeighedThenButNotByAnInformativeOne() {
    TrueVehicle truth = real(1, 10, 10.2);

    assertThat(Match.isTold(truth, List.of())).isFalse();
    assertThat(Match.isTold(truth, List.of(weighed(Flags.NONE, 10, 10.2)))).isFalse();
    assertThat(Match.isTold(truth, List.of(weighed(flagged(MotionFlags.TAILGATING), 10, 10.2))))
        .isTrue();
    assertThat(Match.isTold(truth, List.of(weighed(flagged(MotionFlags.LIFTED_AXLE), 10, 10.2))))
        .isFalse();
    assertThat(Match.isTold(truth, List.of(weighed(flagged(MotionFlags.TAILGATING), 15, 15.2))))
        .isFalse();
  }

  @Test
  void whereNobodyDroveAVehicleIsInvented() {
    List<TrueVehicle> truth = List.of(real(1, 10, 10.2));

    assertThat(
            Match.invented(
                truth, List.of(weighed(Flags.NONE, 10, 10.2), weighed(Flags.NONE, 30, 30.2))))
        .isEqualTo(1);
  }

  @Test
  void axlesThatABridgeCannotTellApartLeaveTheGrossStanding() {
    Match unresolved =
        new Match(real(1, 10, 10.2), weighed(flagged(MotionFlags.AXLES_NOT_RESOLVED), 10, 10.2));
    Match clipped = new Match(real(1, 10, 10.2), weighed(flagged(MotionFlags.CLIPPED), 10, 10.2));

    assertThat(unresolved.doubts()).isNotEmpty();
    assertThat(unresolved.grossStands()).isTrue();
    assertThat(clipped.grossStands()).isFalse();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionAxle.Tyres;
import java.util.List;
import org.junit.jupiter.api.Test;

class MotionVehicleTest {

  private static MotionAxle axle(Flags flags) {
    return new MotionAxle(0, 50_000, 2_000, 20, 25_000, 25_000, Tyres.NOT_TOLD, flags);
  }

  private static MotionVehicle vehicle(
      List<MotionAxle> axles, List<Double> spacings, List<MotionGroup> groups) {
    return new MotionVehicle(
        0,
        1,
        20,
        0.1,
        0,
        axles,
        spacings,
        groups,
        100_000,
        3_000,
        Double.NaN,
        Double.NaN,
        Flags.NONE);
  }

  @Test
  void anAxlesDoubtIsTheVehiclesDoubt() {
    MotionVehicle vehicle =
        vehicle(
            List.of(axle(Flags.NONE), axle(Flags.of(MotionFlags.CLIPPED))),
            List.of(4.0),
            List.of(new MotionGroup(0, 1, 1, 1), new MotionGroup(1, 1, 1, 1)));
    assertThat(vehicle.flags()).isEqualTo(Flags.of(MotionFlags.CLIPPED));
  }

  @Test
  void moreDoubtsChangeNothingElse() {
    MotionVehicle vehicle =
        vehicle(
            List.of(axle(Flags.of(MotionFlags.CLIPPED))),
            List.of(),
            List.of(new MotionGroup(0, 1, 1, 1)));
    MotionVehicle doubted = vehicle.with(Flags.of(MotionFlags.POSSIBLE_SPLIT));
    assertThat(doubted.flags())
        .isEqualTo(Flags.of(MotionFlags.CLIPPED, MotionFlags.POSSIBLE_SPLIT));
    assertThat(doubted.with(Flags.NONE)).isEqualTo(doubted);
    assertThat(doubted.axles()).isEqualTo(vehicle.axles());
    assertThat(doubted.groups()).isEqualTo(vehicle.groups());
    assertThat(doubted.grossN()).isEqualTo(vehicle.grossN());
    assertThat(doubted.beganNanos()).isEqualTo(vehicle.beganNanos());
  }

  @Test
  void refusesSpacingsAndGroupsThatDoNotMatchTheAxles() {
    List<MotionAxle> two = List.of(axle(Flags.NONE), axle(Flags.NONE));
    List<MotionGroup> both = List.of(new MotionGroup(0, 2, 1, 1));
    assertThatThrownBy(() -> vehicle(two, List.of(), both))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> vehicle(two, List.of(1.3), List.of(new MotionGroup(0, 1, 1, 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyDoubtDisqualifiesButTheInformativeOnes() {
    Flags flags =
        Flags.of(
            MotionFlags.LIFTED_AXLE,
            MotionFlags.MOTORCYCLE,
            Flag.SIMULATED,
            new Flag("invented-later"));
    assertThat(MotionFlags.disqualifying(flags))
        .containsExactly(new Flag("invented-later"), Flag.SIMULATED);
    assertThat(MotionFlags.disqualifying(Flags.of(MotionFlags.LIFTED_AXLE))).isEmpty();
  }
}

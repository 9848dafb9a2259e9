// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flags;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {

  private final TrueVehicle one = Made.real(1, 10, 0, 4);
  private final TrueVehicle two = Made.real(2, 11.5, 0, 3.5, 4.8);
  private final TrueVehicle three = Made.real(3, 14, 0, 6);
  private final List<TrueVehicle> all = List.of(one, two, three);

  private Matching match(MotionVehicle... weighed) {
    return Matching.of(all, all, List.of(weighed));
  }

  private static MotionVehicle seen(TrueVehicle... real) {
    return Made.weighed(0, Flags.NONE, real);
  }

  @Test
  void eachWeighedVehicleFindsItsOwn() {
    Matching matching = match(seen(one), seen(two), seen(three));
    assertThat(matching.pairs())
        .extracting(Matching.Pairing::real)
        .containsExactly(one, two, three);
    assertThat(Wrongs.of(matching).all()).isZero();
  }

  @Test
  void loadsPlayNoPart() {
    Matching matching =
        match(Made.weighed(3, Flags.NONE, one), Made.weighed(-0.9, Flags.NONE, two), seen(three));
    assertThat(matching.pairs())
        .extracting(Matching.Pairing::real)
        .containsExactly(one, two, three);
  }

  @Test
  void twoWeighedAsOneAreMergedAndNotMissed() {
    Matching matching = match(seen(one, two), seen(three));
    assertThat(matching.merged())
        .singleElement()
        .extracting(m -> m.real())
        .isEqualTo(List.of(one, two));
    assertThat(matching.missed()).isEmpty();
    assertThat(matching.pairs()).extracting(Matching.Pairing::real).containsExactly(three);
  }

  @Test
  void oneWeighedAsTwoIsSplit() {
    MotionVehicle front = Made.vehicle(List.of(Made.axle(11.5, 1e4)), List.of(), Flags.NONE);
    MotionVehicle rear =
        Made.vehicle(
            List.of(Made.axle(11.675, 1e4), Made.axle(11.74, 1e4)), List.of(1.3), Flags.NONE);
    Matching matching = match(seen(one), front, rear, seen(three));
    assertThat(matching.split())
        .singleElement()
        .satisfies(
            split -> {
              assertThat(split.real()).isEqualTo(two);
              assertThat(split.weighed()).containsExactly(front, rear);
            });
    assertThat(matching.pairs()).hasSize(2);
  }

  @Test
  void whatNobodyDroveIsInventedAndWhatNobodyWeighedIsMissed() {
    MotionVehicle ghost = Made.vehicle(List.of(Made.axle(20, 1e4)), List.of(), Flags.NONE);
    Matching matching = match(seen(one), seen(three), ghost);
    assertThat(matching.invented()).containsExactly(ghost);
    assertThat(matching.missed()).containsExactly(two);
  }

  @Test
  void vehiclesBeyondThoseAskedAboutAreNeitherPairedNorInvented() {
    Matching matching = Matching.of(List.of(one), all, List.of(seen(one), seen(two), seen(three)));
    assertThat(matching.pairs()).hasSize(1);
    assertThat(matching.invented()).isEmpty();
  }

  @Test
  void aWrongVehicleWithoutAFlagIsNamedAndOneWithAFlagIsOnlyCounted() {
    MotionVehicle silent = Made.weighed(0, Flags.NONE, one, two);
    assertThat(Wrongs.of(match(silent, seen(three))).unflagged())
        .containsExactly("vehicles [1, 2] weighed as one");
    MotionVehicle told = Made.weighed(0, Flags.of(MotionFlags.TAILGATING), one, two);
    Wrongs wrongs = Wrongs.of(match(told, seen(three)));
    assertThat(wrongs.merged()).isEqualTo(1);
    assertThat(wrongs.unflagged()).isEmpty();
  }

  @Test
  void anAxleTooFewIsWrongToo() {
    MotionVehicle short1 =
        Made.vehicle(
            List.of(Made.axle(11.5, 1e4), Made.axle(11.675, 1e4)), List.of(3.5), Flags.NONE);
    Wrongs wrongs = Wrongs.of(match(seen(one), short1, seen(three)));
    assertThat(wrongs.axleCount()).isEqualTo(1);
    assertThat(wrongs.unflagged()).containsExactly("vehicle 2 (MADE) has 3 axles, not 2");
  }

  @Test
  void informativeFlagsForbidNothing() {
    assertThat(Matching.isFlagged(Made.weighed(0, Flags.of(MotionFlags.MOTORCYCLE), one)))
        .isFalse();
    assertThat(Matching.isFlagged(Made.weighed(0, Flags.of(MotionFlags.UNBALANCED), one))).isTrue();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A vehicle at an even speed whose front is over the lead loop at 10 s. */
class AxleFinderTest {

  private static final double FROM_S = 10;
  private static final double ZONE_M = 2;

  private static TrapLayout layout(Double... piezosM) {
    return new TrapLayout(4, ZONE_M, ZONE_M, List.of(piezosM));
  }

  private static long at(double seconds) {
    return Math.round((FROM_S + seconds) * 1e9);
  }

  private static Pulse presence(double mps, double lengthM) {
    return new Pulse(at(0), at((lengthM + ZONE_M) / mps), false);
  }

  /** When each axle strikes a sensor. */
  private static List<Long> strikes(
      double piezoM, double mps, double firstM, List<Double> spacingsM) {
    List<Long> strikes = new ArrayList<>();
    double axleM = firstM;
    strikes.add(at((piezoM + axleM) / mps));
    for (double spacing : spacingsM) {
      axleM += spacing;
      strikes.add(at((piezoM + axleM) / mps));
    }
    return strikes;
  }

  private static AxleFinder.Found find(
      TrapLayout layout, double mps, double lengthM, List<List<Long>> strikes) {
    Motion motion = Motion.steady(at(0), mps);
    return new AxleFinder(layout).find(motion, presence(mps, lengthM), true, strikes);
  }

  private static double sum(List<Double> metres) {
    return metres.stream().mapToDouble(m -> m).sum();
  }

  private static List<Double> anySpacings(Random random) {
    List<Double> spacings = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      spacings.add(1 + 5 * random.nextDouble());
    }
    return spacings;
  }

  @Test
  void spacingsAreSpeedTimesTimeForAnyAxlesAndSpeeds() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      double mps = 3 + 30 * random.nextDouble();
      double piezoM = 0.5 + 3 * random.nextDouble();
      List<Double> spacings = anySpacings(random);
      double lengthM = 1 + sum(spacings) + 1;
      List<List<Long>> strikes = List.of(strikes(piezoM, mps, 1, spacings), List.of());
      AxleFinder.Found found = find(layout(piezoM), mps, lengthM, strikes);
      assertThat(found.doubtful()).isFalse();
      assertThat(found.spacingsM()).hasSameSizeAs(spacings);
      for (int axle = 0; axle < spacings.size(); axle++) {
        assertThat(found.spacingsM().get(axle)).isCloseTo(spacings.get(axle), within(1e-4));
      }
    }
  }

  @Test
  void dualTyresAndBouncesOnTheSensorAreOneAxle() {
    List<Long> strikes = new ArrayList<>(strikes(2.5, 20, 1, List.of(3.0)));
    strikes.add(strikes.get(0) + 15_000_000); // 0.3 m behind
    strikes.add(strikes.get(1) + 10_000_000);
    strikes.sort(null);

    assertThat(find(layout(2.5), 20, 5, List.of(strikes, List.of())).spacingsM())
        .singleElement()
        .satisfies(m -> assertThat(m).isCloseTo(3, within(1e-4)));
  }

  @Test
  void strikesOfTheVehicleBeforeAndBehindAreNotItsOwn() {
    List<Long> strikes = new ArrayList<>(strikes(2.5, 20, 1, List.of(3.0)));
    strikes.add(0, at((2.5 - 3) / 20)); // the one before, 3 m ahead of this one's front
    strikes.add(at((2.5 + 8) / 20)); // the one behind

    assertThat(find(layout(2.5), 20, 5, List.of(strikes, List.of())).spacingsM()).hasSize(1);
  }

  @Test
  void axlesCloserThanAnyAreDoubtful() {
    List<Long> strikes = strikes(2.5, 20, 1, List.of(3.0, 0.5));

    assertThat(find(layout(2.5), 20, 6, List.of(strikes, List.of())).doubtful()).isTrue();
  }

  @Test
  void aVehicleWithOneAxleOrNoneIsDoubtful() {
    assertThat(find(layout(2.5), 20, 5, List.of(List.of(), List.of())).doubtful()).isTrue();
    AxleFinder.Found one =
        find(layout(2.5), 20, 5, List.of(strikes(2.5, 20, 1, List.of()), List.of()));
    assertThat(one.doubtful()).isTrue();
    assertThat(one.spacingsM()).isEmpty();
  }

  @Test
  void twoSensorsThatAgreeTellTheSpeedBetweenThem() {
    List<Double> spacings = List.of(3.0, 1.3);
    AxleFinder.Found found =
        find(
            layout(2.0, 3.0),
            20.5, // what the loops say, off by 2.5 %
            6.5,
            List.of(strikes(2, 20, 1, spacings), strikes(3, 20, 1, spacings)));

    assertThat(found.speedMps().orElseThrow()).isCloseTo(20, within(1e-4));
    assertThat(found.spacingsM().get(0)).isCloseTo(3, within(1e-4));
    assertThat(found.doubtful()).isFalse();
  }

  @Test
  void whereOneSensorMissedAnAxleTheOtherIsBelievedAndItIsDoubtful() {
    List<Double> spacings = List.of(3.0, 1.3);
    List<Long> missed = new ArrayList<>(strikes(3, 20, 1, spacings));
    missed.remove(1);
    for (boolean second : new boolean[] {true, false}) {
      List<Long> whole = strikes(second ? 2 : 3, 20, 1, spacings);
      List<Long> other = second ? missed : new ArrayList<>(strikes(2, 20, 1, List.of(4.3)));
      AxleFinder.Found found =
          find(layout(2.0, 3.0), 20, 6.5, second ? List.of(whole, other) : List.of(other, whole));
      assertThat(found.spacingsM()).hasSize(2);
      assertThat(found.doubtful()).isTrue();
      assertThat(found.speedMps()).isEmpty();
    }
  }

  /** One that drives backwards meets the sensor from the other end of the trap. */
  @Test
  void backwardsTheSensorLiesAsFarFromTheOtherEnd() {
    List<Double> spacings = List.of(3.2);
    double fromOtherEndM = 4 + ZONE_M - 2.5;
    List<Long> strikes = strikes(fromOtherEndM, 15, 1, spacings);
    AxleFinder.Found found =
        new AxleFinder(layout(2.5))
            .find(Motion.steady(at(0), 15), presence(15, 5.5), false, List.of(strikes, List.of()));

    assertThat(found.spacingsM())
        .singleElement()
        .satisfies(m -> assertThat(m).isCloseTo(3.2, within(1e-4)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.ground.Body;
import io.wayside.counting.ground.Kind;
import io.wayside.counting.ground.Pinhole;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Counted;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Step;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The horizon of a pinhole camera is known, and so is how the scale changes towards it. */
class GrowthTest {

  private static final double WIDE = 640;
  private static final double HIGH = 360;

  private static final Body CAR = new Body(Kind.LIGHT, 4.4, 1.75, 1.5);
  private static final Body LORRY = new Body(Kind.HEAVY, 9.5, 2.5, 3.3);

  private static Blocks blocks(double tiltDegrees, Random random) {
    return new Blocks(
        new Pinhole(7.5, 0, Math.toRadians(tiltDegrees), 600, WIDE, HIGH), 0.7, random);
  }

  private static Passing passing(Counted counted) {
    return Passing.of(counted, WIDE, HIGH);
  }

  /** On a level plane the horizon is a focal length times the tangent above the middle. */
  private static double steepness(double tiltDegrees) {
    return WIDE / (600 * Math.tan(Math.toRadians(tiltDegrees)));
  }

  @Test
  void aFewVehiclesTellTheHorizonWhateverTheyAre() {
    for (double tilt : new double[] {18, 24, 32, 40}) {
      Random random = new Random(1);
      Growth growth = new Growth();
      for (int i = 0; i < 6; i++) {
        double aside = 4 * random.nextDouble() - 2;
        double speed = random.nextBoolean() ? 5 : -5;
        growth.saw(
            passing(
                blocks(tilt, random)
                    .ride(i % 3 == 0 ? LORRY : CAR, new Point(aside, 17), new Point(0, speed))));
      }
      assertThat(growth.c() / steepness(tilt)).as("tilt %s", tilt).isCloseTo(1, within(0.25));
      assertThat(Math.abs(growth.b())).isLessThan(0.4);
    }
  }

  @Test
  void aCameraThatHangsOnItsSideHasItsHorizonBesideThePicture() {
    Random random = new Random(2);
    Growth growth = new Growth();
    for (int i = 0; i < 12; i++) {
      Counted upright =
          blocks(24, random).ride(CAR, new Point(0, 17), new Point(0, i % 2 == 0 ? 5 : -5));
      growth.saw(Passing.of(onItsSide(upright), HIGH, WIDE));
    }
    double high = steepness(24) * HIGH / WIDE;
    assertThat(growth.b()).isCloseTo(high, within(0.3 * high));
    assertThat(growth.at(0.2, 0)).isGreaterThan(1.15);
    assertThat(growth.at(-0.2, 0)).isLessThan(0.85);
  }

  private static Counted onItsSide(Counted upright) {
    List<Step> way =
        upright.way().stream()
            .map(one -> new Step(one.atS(), turned(one.box()), turned(one.looked()), true))
            .toList();
    return Blocks.counted(turned(upright.box()), way);
  }

  private static Box turned(Box box) {
    return new Box(box.y(), box.x(), box.h(), box.w());
  }

  @Test
  void whereNothingGrowsNothingIsMadeUp() {
    Random random = new Random(3);
    Growth growth = new Growth();
    for (int i = 0; i < 40; i++) {
      growth.saw(passing(blocks(24, random).ride(CAR, new Point(0, 17), new Point(5, 0))));
    }
    assertThat(growth.c()).isCloseTo(1, within(1.2));
    assertThat(Math.abs(growth.b())).isLessThan(0.3);
  }

  @Test
  void equalVehiclesOfTwoDistancesTellItThoughNoneComesNearer() {
    Random random = new Random(4);
    Growth growth = new Growth();
    for (int i = 0; i < 40; i++) {
      double ahead = i % 2 == 0 ? 13 : 22;
      growth.saw(passing(blocks(24, random).ride(CAR, new Point(0, ahead), new Point(5, 0))));
    }
    Pinhole camera = blocks(24, random).camera();
    double near = growth.at(0, (camera.sees(0, 13, 0).y() - HIGH / 2) / WIDE);
    double far = growth.at(0, (camera.sees(0, 22, 0).y() - HIGH / 2) / WIDE);
    assertThat(near / far).isCloseTo(22.0 / 13, within(0.35));
  }

  @Test
  void aWayOfWhichLittleWasSeenTellsNothing() {
    Growth growth = new Growth();
    Counted counted = blocks(24, new Random(5)).ride(CAR, new Point(0, 17), new Point(0, 5));
    growth.saw(passing(Blocks.counted(counted.box(), counted.way().subList(0, 3))));
    assertThat(growth.c()).isEqualTo(1);
    assertThat(growth.b()).isZero();
  }
}

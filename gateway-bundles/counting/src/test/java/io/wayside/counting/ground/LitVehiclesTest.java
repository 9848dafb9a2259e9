// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Spot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lamps at known places before a camera of elementary geometry. */
class LitVehiclesTest {

  private static final int TRIES = 200;

  private final Random random = new Random(7);

  private static Ground ground(Pinhole camera) {
    List<Ground.Pair> pairs = new ArrayList<>();
    for (double[] m : new double[][] {{-4, 9}, {4, 9}, {4, 25}, {-4, 25}}) {
      pairs.add(new Ground.Pair(camera.sees(m[0], m[1], 0), new Point(m[0], m[1])));
    }
    return Ground.of(pairs);
  }

  private static List<Box> outlines(Pinhole camera, List<Spot> spots) {
    return lights(camera, spots, Images.NONE).vehicles().stream().map(Lit::outline).toList();
  }

  private static LitVehicles.Lights lights(Pinhole camera, List<Spot> spots, Images images) {
    Ground ground = ground(camera);
    CameraView view = new CameraView(ground, camera.widthPx(), camera.highPx());
    return new LitVehicles(ground, view).of(spots, at -> new Point(0, 0), new Point(0, 0), images);
  }

  private static Spot lamp(Pinhole camera, double x, double y, double z) {
    return new Spot(camera.sees(x, y, z), 5, 5, false);
  }

  private double some(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  private static Point footM(Pinhole camera, Box box) {
    return ground(camera).onRoad(box.foot()).orElseThrow();
  }

  @Test
  void twoLampsOfACarAreOneVehicleThatStandsBelowThem() {
    for (int i = 0; i < TRIES; i++) {
      Pinhole camera = Pinhole.some(random);
      double x = some(-3, 3);
      double y = some(11, 25);
      double half = some(0.55, 0.8);
      List<Box> seen =
          outlines(
              camera, List.of(lamp(camera, x - half, y, 0.75), lamp(camera, x + half, y, 0.75)));
      assertThat(seen).hasSize(1);
      assertThat(footM(camera, seen.get(0)).distance(new Point(x, y))).isLessThan(0.15);
      assertThat(seen.get(0).overlap(Box.around(camera.sees(x, y, 0.75), 1, 1)))
          .isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void whoComesAtAnAngleToTheLineOfSightHasOneLampNearerThanTheOther() {
    for (int i = 0; i < TRIES; i++) {
      Pinhole camera = Pinhole.some(random);
      Ground ground = ground(camera);
      double y = some(11, 18);
      double angle = (random.nextBoolean() ? 1 : -1) * some(0.5, 0.7);
      double half = some(0.65, 0.75);
      Point ahead = new Point(Math.sin(angle), Math.cos(angle));
      List<Spot> spots =
          List.of(
              lamp(camera, -half * ahead.y(), y + half * ahead.x(), 0.75),
              lamp(camera, half * ahead.y(), y - half * ahead.x(), 0.75));
      CameraView view = new CameraView(ground, camera.widthPx(), camera.highPx());
      List<Lit> seen =
          new LitVehicles(ground, view)
              .of(spots, at -> motion(camera, ground, at, ahead), new Point(0, 0), Images.NONE)
              .vehicles();
      assertThat(seen).hasSize(1);
      assertThat(footM(camera, seen.get(0).outline()).distance(new Point(0, y))).isLessThan(0.2);
    }
  }

  /** Of what goes this way over the road. */
  private static Point motion(Pinhole camera, Ground ground, Point at, Point ahead) {
    Point m = ground.onRoad(at).orElseThrow();
    Point then = camera.sees(m.x() + 0.2 * ahead.x(), m.y() + 0.2 * ahead.y(), 0);
    return new Point(then.x() - at.x(), then.y() - at.y());
  }

  @Test
  void aLampByItselfIsASlenderVehicle() {
    for (int i = 0; i < TRIES; i++) {
      Pinhole camera = Pinhole.some(random);
      double y = some(11, 25);
      List<Box> one = outlines(camera, List.of(lamp(camera, 0, y, 0.75)));
      List<Box> pair =
          outlines(camera, List.of(lamp(camera, -0.65, y, 0.75), lamp(camera, 0.65, y, 0.75)));
      assertThat(one).hasSize(1);
      assertThat(one.get(0).w()).isLessThan(0.8 * pair.get(0).w());
    }
  }

  @Test
  void aLampThatIsNotAsHighAsUsualErrsByNoMoreThanItsHeightDoes() {
    for (int i = 0; i < TRIES; i++) {
      Pinhole camera = Pinhole.some(random);
      double y = some(11, 25);
      double z = some(0.6, 0.95);
      Point foot = footM(camera, outlines(camera, List.of(lamp(camera, 0, y, z))).get(0));
      double error = (z - 0.75) / (camera.heightM() - z);
      assertThat(foot.y() / y - 1).isCloseTo(error, within(0.01));
    }
  }

  @Test
  void mirrorImagesOnAWetRoadAddNoVehicle() {
    for (int i = 0; i < TRIES; i++) {
      Pinhole camera = Pinhole.some(random);
      double y = some(11, 25);
      double z = some(0.65, 0.9);
      List<Spot> dry = List.of(lamp(camera, -0.6, y, z), lamp(camera, 0.6, y, z));
      List<Spot> wet = new ArrayList<>(dry);
      wet.add(lamp(camera, -0.6, y, -z));
      wet.add(lamp(camera, 0.6, y, -z));
      Collections.shuffle(wet, random);
      List<Box> seen = outlines(camera, wet);
      assertThat(seen).hasSize(1);
      assertThat(seen.get(0).likeness(outlines(camera, dry).get(0))).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void vehiclesInNeighbouringLanesAndBehindEachOtherAreSeveral() {
    for (int i = 0; i < TRIES; i++) {
      Pinhole camera = Pinhole.some(random);
      double y = some(11, 20);
      List<Spot> spots = new ArrayList<>();
      for (double x : new double[] {-3.5, 0, 3.5}) {
        for (double z : new double[] {0, 9}) {
          spots.add(lamp(camera, x - 0.65, y + z, 0.75));
          spots.add(lamp(camera, x + 0.65, y + z, 0.75));
        }
      }
      Collections.shuffle(spots, random);
      assertThat(outlines(camera, spots)).hasSize(6);
    }
  }

  @Test
  void whatHeadLampsAndTailLampsAreTogetherIsTwoVehicles() {
    Pinhole camera = Pinhole.some(random);
    Spot white = lamp(camera, -0.6, 15, 0.75);
    Spot red = new Spot(camera.sees(0.6, 15, 0.75), 5, 5, true);
    assertThat(outlines(camera, List.of(white, red))).hasSize(2);
  }

  @Test
  void faintImagesOfTailLampsShowThatTheRoadIsWet() {
    for (int i = 0; i < TRIES; i++) {
      Pinhole camera = Pinhole.some(random);
      double y = some(11, 20);
      List<Spot> spots = new ArrayList<>();
      for (double x : new double[] {-0.6, 0.6}) {
        spots.add(new Spot(camera.sees(x, y, 0.75), 5, 3, true));
      }
      Images wet =
          (lamp, at, asidePx) ->
              at.distance(camera.sees(-0.6, y, -0.75)) < 1
                  || at.distance(camera.sees(0.6, y, -0.75)) < 1;
      assertThat(lights(camera, spots, Images.NONE).mirrored()).isZero();
      LitVehicles.Lights lights = lights(camera, spots, wet);
      assertThat(lights.mirrored()).isEqualTo(lights.lamps());
      assertThat(lights.vehicles()).hasSize(1);
    }
  }

  /** A white car by day: its tailgate lies below its roof as an image does below a lamp. */
  @Test
  void aWhiteRoofSaysNothingOfTheRoad() {
    for (int i = 0; i < TRIES; i++) {
      Pinhole camera = Pinhole.some(random);
      double y = some(11, 20);
      double wide = camera.sees(0.8, y, 0.75).x() - camera.sees(-0.8, y, 0.75).x();
      List<Spot> white =
          List.of(
              new Spot(camera.sees(0, y, 0.75), wide, wide / 3, false),
              new Spot(camera.sees(0, y, -0.75), wide, wide / 4, false));
      assertThat(lights(camera, white, Images.NONE).lamps()).isZero();
    }
  }

  @Test
  void whatGoesAcrossTheViewShowsNoLampsToTellItBy() {
    for (int i = 0; i < TRIES; i++) {
      Pinhole camera = Pinhole.some(random);
      Ground ground = ground(camera);
      LitVehicles lit =
          new LitVehicles(ground, new CameraView(ground, camera.widthPx(), camera.highPx()));
      double y = some(11, 20);
      List<Spot> lamps = List.of(lamp(camera, -0.7, y, 0.75), lamp(camera, 0.7, y, 0.75));
      Point here = camera.sees(0, y, 0);
      double degrees = some(0, 90);
      double ahead = Math.toRadians(degrees);
      Point to = camera.sees(0.2 * Math.sin(ahead), y + 0.2 * Math.cos(ahead), 0);
      Point motion = new Point(to.x() - here.x(), to.y() - here.y());
      LitVehicles.Lights lights = lit.of(lamps, at -> new Point(0, 0), motion, Images.NONE);
      if (degrees < 50) {
        assertThat(lights.vehicles()).as("at %.0f degrees", degrees).hasSize(1);
        assertThat(lights.across()).isEmpty();
      } else if (degrees > 70) {
        assertThat(lights.vehicles()).as("at %.0f degrees", degrees).isEmpty();
        assertThat(lights.across()).containsExactlyInAnyOrderElementsOf(lamps);
      }
    }
  }

  @Test
  void aLampAtTheHorizonIsNowhere() {
    Pinhole camera = new Pinhole(7, 0, Math.toRadians(20), 600, 640, 360);
    assertThat(outlines(camera, List.of(lamp(camera, 0, 5000, 7)))).isEmpty();
  }
}

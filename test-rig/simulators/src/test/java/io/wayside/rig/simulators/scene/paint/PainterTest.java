// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.scene.shape.VehicleKind;
import io.wayside.rig.simulators.scene.traffic.Arrival;
import io.wayside.rig.simulators.scene.traffic.Mover;
import io.wayside.rig.simulators.scene.traffic.Traffic;
import io.wayside.rig.simulators.scene.traffic.Way;
import io.wayside.rig.simulators.scene.view.PinholeCamera;
import io.wayside.rig.simulators.scene.view.Pixel;
import io.wayside.rig.simulators.scene.view.Vec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pictures, small ones, looked at pixel by pixel. */
class PainterTest {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 176;
  private static final PinholeCamera CAMERA =
      new PinholeCamera(new Vec(0, 0, 7.5), 0, Math.toRadians(23), 300, WIDTH, HEIGHT);
  private static final RoadPlan ROAD =
      new RoadPlan(-5.25, 5.25, List.of(-1.75, 1.75), Double.NaN, List.of());

  private static Painter painter(Light light, Shake shake) {
    return new Painter(CAMERA, ROAD, light, Drift.none(), shake, 1 / 15.0, false, 5);
  }

  private static byte[] picture(Painter painter, List<Mover> movers, double timeS) {
    byte[] bgr = new byte[3 * WIDTH * HEIGHT];
    painter.paint(movers, timeS, 0, bgr);
    return bgr;
  }

  private static int green(byte[] bgr, int x, int y) {
    return bgr[3 * (y * WIDTH + x) + 1] & 0xff;
  }

  /** One vehicle somewhere on the road. */
  private static List<Mover> one(VehicleKind kind, double x, double y) {
    Traffic traffic =
        new Traffic(
            List.of(Arrival.of(0, kind, 4, x, Way.AWAY, 10)), List.of(), List.of(), List.of());
    double time = 0;
    while (traffic.movers().isEmpty() || traffic.movers().get(0).yM() < y) {
      time += 0.02;
      traffic.advance(time);
    }
    return traffic.movers();
  }

  /** The box around what clearly differs between two pictures: left, top, right, bottom. */
  private static int[] difference(byte[] some, byte[] other, int least) {
    int[] box = {WIDTH, HEIGHT, -1, -1};
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean here = Math.abs(green(some, x, y) - green(other, x, y)) > least;
        // One alone is noise.
        boolean beside = x > 0 && Math.abs(green(some, x - 1, y) - green(other, x - 1, y)) > least;
        if (here && beside) {
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x);
          box[3] = Math.max(box[3], y);
        }
      }
    }
    return box;
  }

  /** Around all corners of a body and the road below it, which it darkens. */
  private static int[] projected(Mover mover) {
    double half = mover.body().lengthM() / 2;
    double side = mover.body().widthM() / 2;
    List<Vec> below =
        List.of(
            new Vec(-half, -side, 0),
            new Vec(-half, side, 0),
            new Vec(half, -side, 0),
            new Vec(half, side, 0));
    double[] box = {1e9, 1e9, -1e9, -1e9};
    Stream.concat(
            below.stream(), mover.body().faces().stream().flatMap(face -> face.corners().stream()))
        .forEach(
            corner -> {
              // Away: forwards is along y, its left is towards -x.
              Vec world = new Vec(mover.xM() - corner.y(), mover.yM() + corner.x(), corner.z());
              Pixel seen = CAMERA.project(world).orElseThrow();
              box[0] = Math.min(box[0], seen.x());
              box[1] = Math.min(box[1], seen.y());
              box[2] = Math.max(box[2], seen.x());
              box[3] = Math.max(box[3], seen.y());
            });
    return new int[] {(int) box[0], (int) box[1], (int) box[2], (int) box[3]};
  }

  @Test
  void aVehicleIsWhereTheCameraSeesItsPlaceOnTheRoad() {
    for (VehicleKind kind : List.of(VehicleKind.MOTORCYCLE, VehicleKind.CAR, VehicleKind.BUS)) {
      List<Mover> there = one(kind, 1, 25);
      byte[] with = picture(painter(Light.overcast(), new Shake(0, 0)), there, 0);
      byte[] without = picture(painter(Light.overcast(), new Shake(0, 0)), List.of(), 0);
      int[] seen = difference(with, without, 22);
      int[] meant = projected(there.get(0));

      // A pixel of blur, a centimetre or two of dark below the body, and noise.
      for (int side = 0; side < 4; side++) {
        assertThat(seen[side])
            .as("%s side %d", kind, side)
            .isBetween(meant[side] - 6, meant[side] + 6);
      }
    }
  }

  @Test
  void anEmptyRoadIsTheSameButForNoise() {
    Painter painter = painter(Light.clear(50, 30), new Shake(0, 0));
    byte[] first = picture(painter, List.of(), 0);
    byte[] later = picture(painter, List.of(), 7);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += Math.abs((first[i] & 0xff) - (later[i] & 0xff));
    }

    assertThat(sum / first.length).isBetween(0.2, 6.0);
  }

  @Test
  void theSunThrowsShadowsToItsOtherSideAndTheSkyNone() {
    List<Mover> there = one(VehicleKind.BUS, 0, 25);
    int[] body = projected(there.get(0));
    // The sun on the right: shadow on the left.
    Light sun = Light.clear(25, 90);
    byte[] with = picture(painter(sun, new Shake(0, 0)), there, 0);
    byte[] without = picture(painter(sun, new Shake(0, 0)), List.of(), 0);
    int darker = 0;
    int row = body[3] - 6;
    for (int x = body[0] - 30; x < body[0] - 4; x++) {
      darker += green(without, x, row) - green(with, x, row) > 15 ? 1 : 0;
    }
    assertThat(darker).isGreaterThan(18);

    byte[] dull = picture(painter(Light.overcast(), new Shake(0, 0)), there, 0);
    byte[] empty = picture(painter(Light.overcast(), new Shake(0, 0)), List.of(), 0);
    for (int x = body[0] - 30; x < body[0] - 8; x++) {
      assertThat(green(empty, x, row) - green(dull, x, row)).isLessThan(30);
    }
  }

  @Test
  void byNightLampsLightTheRoadAheadAndItIsDarkElsewhere() {
    Light night = Light.night(0.004, 0);
    List<Mover> there = one(VehicleKind.CAR, 0, 18);
    byte[] with = picture(painter(night, new Shake(0, 0)), there, 0);
    Pixel ahead = CAMERA.project(new Vec(0, 25, 0)).orElseThrow();
    Pixel aside = CAMERA.project(new Vec(8, 25, 0)).orElseThrow();

    assertThat(around(with, ahead)).isGreaterThan(around(with, aside) + 25);
  }

  private static double around(byte[] bgr, Pixel pixel) {
    double sum = 0;
    for (int dy = -2; dy <= 2; dy++) {
      for (int dx = -2; dx <= 2; dx++) {
        sum += green(bgr, (int) pixel.x() + dx, (int) pixel.y() + dy);
      }
    }
    return sum / 25;
  }

  @Test
  void aShakenCameraMovesThePictureAndComesBack() {
    Shake shake = new Shake(4, 9);
    double most = 0;
    double sum = 0;
    for (double time = 0; time < 120; time += 0.05) {
      Shake.Shift shift = shake.at(time, 640);
      most = Math.max(most, Math.abs(shift.xPx()));
      sum += shift.xPx();
    }
    assertThat(most).isBetween(1.5, 12.0);
    assertThat(Math.abs(sum / 2400)).isLessThan(0.5);
    assertThat(new Shake(0, 9).at(3, 640).xPx()).isZero();

    byte[] still = picture(painter(Light.overcast(), new Shake(0, 0)), List.of(), 24);
    byte[] shaken = picture(painter(Light.overcast(), shake), List.of(), 24);
    assertThat(shaken).isNotEqualTo(still);
  }

  @Test
  void somethingBrightInTheSightMakesTheCameraDarkenTheRest() {
    Sensor sensor = new Sensor(40, 40, false, 3);
    Canvas road = new Canvas(40, 40);
    fill(road, 0, 1600, 0.1);
    byte[] bgr = new byte[3 * 1600];
    sensor.read(road, 0.1, bgr);
    double before = mean(bgr);
    fill(road, 0, 800, 0.9);
    sensor.read(road, 0.1, bgr);
    double atOnce = mean(bgr);
    for (int k = 0; k < 80; k++) {
      sensor.read(road, 0.1, bgr);
    }

    assertThat(atOnce).isBetween(before - 25, before + 4);
    assertThat(mean(bgr)).isLessThan(before - 30);
  }

  @Test
  void aCameraThatChangesItsExposureInStepsWaitsForALargeChange() {
    Sensor sensor = new Sensor(40, 40, true, 3);
    Canvas road = new Canvas(40, 40);
    byte[] bgr = new byte[3 * 1600];
    fill(road, 0, 1600, 0.1);
    sensor.read(road, 0.1, bgr);
    double before = mean(bgr);
    fill(road, 0, 1600, 0.115);
    for (int k = 0; k < 20; k++) {
      sensor.read(road, 0.1, bgr);
    }
    double little = mean(bgr);
    fill(road, 0, 1600, 0.2);
    for (int k = 0; k < 20; k++) {
      sensor.read(road, 0.1, bgr);
    }

    assertThat(little).isGreaterThan(before + 3);
    assertThat(mean(bgr)).isBetween(before - 6, before + 6);
  }

  private static void fill(Canvas canvas, int from, int to, double level) {
    java.util.Arrays.fill(canvas.red, from, to, (float) level);
    java.util.Arrays.fill(canvas.green, from, to, (float) level);
    java.util.Arrays.fill(canvas.blue, from, to, (float) level);
  }

  /** Of the lower half. */
  private static double mean(byte[] bgr) {
    double sum = 0;
    for (int i = bgr.length / 2; i < bgr.length; i++) {
      sum += bgr[i] & 0xff;
    }
    return 2 * sum / bgr.length;
  }

  @Test
  void whatIsBehindIsHiddenAndWhatIsBeforeIsNot() {
    Painter painter = painter(Light.overcast(), new Shake(0, 0));
    Traffic traffic =
        new Traffic(
            List.of(
                Arrival.of(0, VehicleKind.MOTORCYCLE, 1, 0, Way.AWAY, 9),
                Arrival.of(3, VehicleKind.TRUCK_TRAILER, 1, 0, Way.AWAY, 9)),
            List.of(),
            List.of(),
            List.of());
    double time = 0;
    while (traffic.movers().size() < 2 || traffic.movers().get(0).yM() < 35) {
      time += 0.1;
      traffic.advance(time);
    }
    picture(painter, traffic.movers(), time);

    assertThat(painter.hiddenShare(1)).isGreaterThan(0.7);
    assertThat(painter.hiddenShare(2)).isLessThan(0.01);
    assertThat(painter.hiddenShare(99)).isEqualTo(1);
    Visible hidden = visible(painter, 1);
    Visible before = visible(painter, 2);
    assertThat(hidden.share()).isCloseTo(1 - painter.hiddenShare(1), within(0.1));
    assertThat(before.share()).isEqualTo(1);
    assertThat(hidden.apart()).isFalse();
  }

  @Test
  void whoRidesAloneIsSeenWholeAndApart() {
    Painter painter = painter(Light.overcast(), new Shake(0, 0));
    Traffic traffic =
        new Traffic(
            List.of(
                Arrival.of(0, VehicleKind.CAR, 1, -2, Way.AWAY, 9),
                Arrival.of(0, VehicleKind.CAR, 2, 2, Way.AWAY, 9)),
            List.of(),
            List.of(),
            List.of());
    double time = 0;
    while (traffic.movers().isEmpty() || traffic.movers().get(0).yM() < 25) {
      time += 0.1;
      traffic.advance(time);
    }
    picture(painter, traffic.movers(), time);

    assertThat(painter.visible()).hasSize(2);
    for (Visible one : painter.visible()) {
      assertThat(one.share()).isEqualTo(1);
      assertThat(one.apart()).isTrue();
      assertThat(one.seenPx())
          .isBetween(50, (one.right() - one.left() + 1) * (one.bottom() - one.top() + 1));
    }
  }

  private static Visible visible(Painter painter, int id) {
    return painter.visible().stream().filter(one -> one.id() == id).findFirst().orElseThrow();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.quality.Flag;
import io.wayside.counting.ground.Ground;
import io.wayside.counting.ground.Kind;
import io.wayside.counting.ground.Pinhole;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Counted;
import io.wayside.counting.vision.CountingLine;
import io.wayside.counting.vision.CountingLine.Side;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Blocks that ride before a pinhole camera: their size and speed are known. */
class AppraiserTest {

  private static final Pinhole CAMERA = new Pinhole(7, 0.05, Math.toRadians(24), 600, 640, 360);
  private static final CountingLine LINE =
      new CountingLine("A", new Point(0, 200), new Point(640, 200));

  private static Plan plan(boolean ground, Map<String, Side> ways) {
    List<Ground.Pair> pairs = new ArrayList<>();
    for (double[] m : new double[][] {{-4, 9}, {4, 9}, {4, 25}, {-4, 25}}) {
      pairs.add(new Ground.Pair(CAMERA.sees(m[0], m[1], 0), new Point(m[0], m[1])));
    }
    return new Plan(
        List.of(LINE),
        ways,
        Optional.empty(),
        ground ? Optional.of(Ground.of(pairs)) : Optional.empty(),
        Optional.empty());
  }

  private static Appraiser appraiser(boolean ground) {
    return new Appraiser(plan(ground, Map.of()), 640, 360);
  }

  /** The outline of a block whose nearer end is at this distance. */
  private static Box block(double x, double near, double length, double width, double height) {
    double left = 1e9;
    double top = 1e9;
    double right = -1e9;
    double bottom = -1e9;
    for (int corner = 0; corner < 8; corner++) {
      Point px =
          CAMERA.sees(
              x + ((corner & 1) == 0 ? -width / 2 : width / 2),
              near + ((corner & 2) == 0 ? 0 : length),
              (corner & 4) == 0 ? 0 : height);
      left = Math.min(left, px.x());
      top = Math.min(top, px.y());
      right = Math.max(right, px.x());
      bottom = Math.max(bottom, px.y());
    }
    return new Box(left, top, right - left, bottom - top);
  }

  /** It comes nearer at this speed, seen with an error of so many pixels at each edge. */
  private static Counted ride(
      double speed, double length, double width, double height, double errorPx, Random random) {
    List<Step> way = new ArrayList<>();
    Box box = block(0, 20, length, width, height);
    for (int i = 0; i < 18; i++) {
      double atS = i / 15.0;
      Box seen = block(0.5, 24 - speed * atS, length, width, height);
      box =
          new Box(
              seen.x() + errorPx * random.nextGaussian(),
              seen.y() + errorPx * random.nextGaussian(),
              seen.w() + errorPx * random.nextGaussian(),
              seen.h() + errorPx * random.nextGaussian());
      way.add(new Step(atS, box, box, true));
    }
    return counted(box, way, 1, 0, false);
  }

  private static Counted counted(
      Box box, List<Step> way, double alone, double stoodS, boolean queue) {
    return new Counted(7, "A", Side.RIGHT, 1.1, box.centre(), box, way, alone, true, stoodS, queue);
  }

  @Test
  void speedIsThatOfTheRoadContact() {
    Random random = new Random(1);
    int within6 = 0;
    for (int i = 0; i < 300; i++) {
      double speed = 3 + 10 * random.nextDouble();
      Sighting sighting = appraiser(true).appraise(ride(speed, 4.4, 1.75, 1.5, 0.7, random));
      within6 += Math.abs(sighting.speedMps().orElseThrow() / speed - 1) < 0.06 ? 1 : 0;
    }
    assertThat(within6).isGreaterThan(285);
  }

  @Test
  void oneOutlineThatIsWrongDoesNotSpoilTheSpeed() {
    Random random = new Random(2);
    Counted ride = ride(8, 4.4, 1.75, 1.5, 0.2, random);
    List<Step> way = new ArrayList<>(ride.way());
    Step good = way.get(9);
    Box wrong = new Box(good.box().x(), good.box().y(), good.box().w(), good.box().h() + 40);
    way.set(9, new Step(good.atS(), wrong, wrong, true));
    Sighting sighting = appraiser(true).appraise(counted(ride.box(), way, 1, 0, false));
    assertThat(sighting.speedMps().orElseThrow()).isCloseTo(8, within(0.4));
  }

  @Test
  void kindsAndLengthsAreTold() {
    Random random = new Random(3);
    Appraiser appraiser = appraiser(true);
    for (int i = 0; i < 30; i++) {
      Sighting rider = appraiser.appraise(ride(8, 1.9, 0.75, 1.6, 0.5, random));
      Sighting car = appraiser.appraise(ride(8, 4.4, 1.75, 1.5, 0.5, random));
      Sighting lorry = appraiser.appraise(ride(8, 9.5, 2.5, 3.3, 0.5, random));
      assertThat(rider.kind()).isEqualTo(Kind.TWO_WHEELER);
      assertThat(car.kind()).isEqualTo(Kind.LIGHT);
      assertThat(lorry.kind()).isEqualTo(Kind.HEAVY);
      assertThat(car.lengthM().orElseThrow()).isCloseTo(4.4, within(0.9));
      assertThat(lorry.lengthM().orElseThrow()).isCloseTo(9.5, within(2.0));
      assertThat(rider.confidence()).isBetween(0.3, 1.0);
      assertThat(car.occupiedS()).isCloseTo(4.4 / 8, within(0.15));
      assertThat(car.flags().isEmpty()).isTrue();
    }
  }

  @Test
  void withoutGroundThereIsNoSpeedAndClassesAreGuesses() {
    Random random = new Random(4);
    Sighting car = appraiser(false).appraise(ride(8, 4.4, 1.75, 1.5, 0.2, random));
    assertThat(car.speedMps()).isEmpty();
    assertThat(car.lengthM()).isEmpty();
    assertThat(car.confidence()).isLessThan(0.5);
    assertThat(car.flags().has(SightFlags.PIXELS)).isTrue();
    assertThat(car.doubtful()).isFalse();
  }

  @Test
  void doubtsAndCircumstancesAreFlags() {
    Random random = new Random(5);
    Counted ride = ride(8, 4.4, 1.75, 1.5, 0.2, random);
    Appraiser oneWay = new Appraiser(plan(true, Map.of("A", Side.LEFT)), 640, 360);
    Sighting wrongWay = oneWay.appraise(ride);
    assertThat(wrongWay.flags().all()).containsExactly(SightFlags.WRONG_WAY);
    assertThat(wrongWay.doubtful()).isFalse();
    Sighting bad = oneWay.appraise(counted(ride.box(), ride.way(), 0.2, 60, true));
    assertThat(bad.flags().all())
        .extracting(Flag::code)
        .containsExactlyInAnyOrder("merged", "queue", "stopped", "wrong-way");
    assertThat(bad.doubtful()).isTrue();
    assertThat(bad.confidence()).isLessThan(0.7 * wrongWay.confidence());
  }

  @Test
  void oneThatWasNeverSeenClearlyHasNoSpeed() {
    Random random = new Random(6);
    Counted ride = ride(8, 4.4, 1.75, 1.5, 0.2, random);
    List<Step> hidden =
        ride.way().stream().map(s -> new Step(s.atS(), s.box(), s.looked(), false)).toList();
    Sighting sighting = appraiser(true).appraise(counted(ride.box(), hidden, 0, 0, false));
    assertThat(sighting.speedMps()).isEmpty();
    assertThat(sighting.occupiedS()).isZero();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Boxes on a road ten pixels to a metre: which belong to one vehicle is known. */
class OneBodyTest {

  private static final Point DOWN = new Point(0, 80);
  private static final Point ASIDE = new Point(80, 0);

  private final OneBody body = new OneBody(new FlatRoad());

  private static Track riding(Box from, double mps, int pictures) {
    Tempo tempo = new Tempo();
    Track track = new Track(1, from, 0, tempo, new Entrance(from, new Box(0, 0, 320, 180)));
    for (int i = 1; i <= pictures; i++) {
      double atS = i / 15.0;
      track.sawAlone(from.moved(0, mps * FlatRoad.PX * atS), atS);
    }
    return track;
  }

  @Test
  void roofAndBumperWithAWindowBetweenThemAreOneCar() {
    Box roof = new Box(100, 50, 17, 14);
    Box bumper = new Box(99, 76, 18, 15);
    assertThat(body.join(roof, bumper, DOWN)).isTrue();
    assertThat(body.join(bumper, roof, new Point(0, -80))).isTrue();
  }

  /** A road on which lorries drive as well, as wide as large cars. */
  private static final class LorryRoad extends FlatRoad {

    @Override
    public boolean holdsOne(Box box, Point motion) {
      boolean upDown = Math.abs(motion.y()) >= Math.abs(motion.x());
      double wide = (upDown ? box.w() : box.h()) / PX;
      double high = (upDown ? box.h() : box.w()) / PX;
      return super.holdsOne(box, motion) || (wide > 1.8 && wide < 3 && high > 6.5 && high < 12);
    }

    @Override
    public boolean holdsCar(Box box, Point motion) {
      return super.holdsOne(box, motion);
    }
  }

  @Test
  void twoCarsBumperToBumperAreNoLorryAndALorryInPartsIsOne() {
    OneBody jam = new OneBody(new LorryRoad());
    for (int gap = 5; gap <= 30; gap += 5) {
      Box car = new Box(100, 20, 20, 42);
      Box behind = new Box(100, 62 + gap, 20, 42);
      assertThat(new LorryRoad().holdsOne(car.with(behind), DOWN)).isTrue();
      assertThat(jam.join(car, behind, DOWN)).as("%d px between cars", gap).isFalse();
      assertThat(jam.severalVehicles(List.of(new Blob(car, 840), new Blob(behind, 840)), DOWN))
          .isTrue();
      Box cab = new Box(100, 20, 25, 20);
      Box load = new Box(100, 40 + gap, 25, 55);
      assertThat(jam.join(cab, load, DOWN)).as("%d px within a lorry", gap).isTrue();
    }
  }

  @Test
  void theSameHoldsForOneThatCrossesThePicture() {
    Box rear = new Box(50, 100, 14, 17);
    Box front = new Box(76, 99, 15, 18);
    assertThat(body.join(rear, front, ASIDE)).isTrue();
    assertThat(body.join(rear, front, DOWN)).isFalse();
  }

  @Test
  void twoRidersSideBySideAreTwoThoughACarIsAsWide() {
    Box left = new Box(100, 50, 7, 40);
    Box right = new Box(112, 50, 7, 40);
    assertThat(new FlatRoad().holdsOne(left.with(right), DOWN)).isTrue();
    assertThat(body.join(left, right, DOWN)).isFalse();
  }

  @Test
  void ridersWithRoadBetweenThemAreBesideEachOtherAndSidesOfACarAreNot() {
    Box left = new Box(100, 50, 7, 20);
    Box right = new Box(112, 62, 7, 20);
    assertThat(body.beside(left, right, DOWN)).isTrue();
    assertThat(body.beside(right, left, DOWN)).isTrue();
    assertThat(body.beside(left, new Box(106, 62, 7, 20), DOWN)).as("no road between").isFalse();
    assertThat(body.beside(left, new Box(112, 62, 4, 9), DOWN)).as("no vehicle").isFalse();
    assertThat(body.beside(left, right, ASIDE)).as("one behind the other").isFalse();
  }

  @Test
  void twoCarsBehindEachOtherAreTwo() {
    Box first = new Box(100, 50, 18, 42);
    Box second = new Box(100, 110, 18, 42);
    assertThat(body.join(first, second, DOWN)).isFalse();
  }

  @Test
  void withoutAnyMotionNothingIsSaid() {
    Box roof = new Box(100, 50, 17, 14);
    assertThat(body.join(roof, new Box(99, 76, 18, 15), new Point(0, 0))).isFalse();
  }

  @Test
  void manyPartsJoinInTheOrderInWhichTheyRide() {
    List<Blob> parts =
        List.of(
            new Blob(new Box(99, 80, 18, 12), 200),
            new Blob(new Box(100, 50, 17, 8), 120),
            new Blob(new Box(100, 58, 17, 28), 300));
    assertThat(body.joined(parts, DOWN)).isTrue();
    assertThat(body.joined(List.of(parts.get(0), new Blob(new Box(20, 50, 9, 9), 60)), DOWN))
        .isFalse();
  }

  @Test
  void partsAreOneWhileTheyRideAndNotWhileTheyStand() {
    Track roof = riding(new Box(100, 50, 17, 14), 8, 12);
    Track bumper = riding(new Box(99, 76, 18, 15), 8, 12);
    assertThat(body.ride(roof, bumper)).isTrue();
    assertThat(
            body.ride(
                riding(new Box(100, 50, 17, 14), 0, 12), riding(new Box(99, 76, 18, 15), 0, 12)))
        .isFalse();
  }

  @Test
  void oneThatIsFasterIsNoPartOfTheOther() {
    Track slow = riding(new Box(100, 50, 17, 14), 4, 6);
    Track fast = riding(new Box(99, 60, 18, 15), 9, 6);
    assertThat(body.ride(slow, fast)).isFalse();
  }

  @Test
  void twoLampsAtTheWidthOfACarAreOneAndTwoRidersAreNot() {
    Track left = riding(new Box(100, 50, 5, 5), 8, 12);
    Track right = riding(new Box(114, 50, 5, 5), 8, 12);
    assertThat(body.ride(left, right)).isTrue();
    assertThat(body.ride(left, riding(new Box(150, 50, 5, 5), 8, 12))).isFalse();
    assertThat(
            body.ride(
                riding(new Box(100, 50, 7, 18), 8, 12), riding(new Box(114, 50, 7, 18), 8, 12)))
        .isFalse();
  }

  @Test
  void whatRidesFlatRightBelowAVehicleIsItsMirrorImageAndACarBehindItIsNot() {
    Track car = riding(new Box(100, 50, 18, 42), 8, 12);
    Track image = riding(new Box(101, 100, 17, 9), 8, 12);
    Track follower = riding(new Box(100, 100, 18, 42), 8, 12);
    Track aside = riding(new Box(130, 100, 17, 9), 8, 12);
    OneBody slanting = new OneBody(new SlantingRoad());
    assertThat(slanting.mirrors(image, car)).isTrue();
    assertThat(slanting.mirrors(car, image)).isFalse();
    assertThat(slanting.mirrors(follower, car)).isFalse();
    assertThat(slanting.mirrors(aside, car)).isFalse();
    assertThat(body.mirrors(image, car)).as("seen from above it lies under the car").isFalse();
  }

  /** A road that is looked along: a pixel is longer than it is wide. */
  private static final class SlantingRoad extends FlatRoad {

    @Override
    public double apartM(Point a, Point b) {
      return Math.hypot(a.x() - b.x(), 1.4 * (a.y() - b.y())) / PX;
    }
  }
}

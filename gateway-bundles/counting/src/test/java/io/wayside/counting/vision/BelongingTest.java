// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who appears in a queue, and whose part he is. Ten pixels to a metre. */
class BelongingTest {

  private static final double HZ = 15;
  private static final Box PICTURE = new Box(0, 0, 320, 300);
  private static final Point DOWN = new Point(0, 1);
  private static final Box CAR = new Box(100, 100, 18, 38);
  private static final Box BEFORE_IT = new Box(100, 140, 18, 8);

  private final Tempo tempo = new Tempo();
  private final Set<Track> vehicles = new HashSet<>();
  private final Belonging belonging =
      new Belonging(new OneBody(new FlatRoad()), vehicles::contains);
  private long numbers;

  private Track begins(Box box, double atS) {
    return new Track(++numbers, box, atS, tempo, new Entrance(box, PICTURE));
  }

  private Track car() {
    Track car = begins(CAR, 0);
    vehicles.add(car);
    rides(car, 0, 8, 2);
    return car;
  }

  private static void rides(Track track, double fromS, double pxS, double toS) {
    Box first = track.box();
    for (double t = fromS + 1 / HZ; t <= toS; t += 1 / HZ) {
      track.sawAlone(first.moved(0, pxS * (t - fromS)), t);
    }
  }

  /** What begins right before the car, which crosses a line with it. */
  private Track appears(Box box, Track car) {
    Track part = begins(box.moved(0, car.box().y() - CAR.y()), 2);
    belonging.see(List.of(car, part), DOWN);
    return part;
  }

  private Track crosses(Track part, Track... followed) {
    belonging.crosses(part, List.of(followed), DOWN);
    return belonging.vehicle(part);
  }

  @Test
  void whatBeginsRightAtAKnownVehicleAndCrossesWithItIsThatOne() {
    Track car = car();
    Track part = appears(BEFORE_IT, car);
    assertThat(crosses(part, car, part)).isSameAs(car);
    assertThat(belonging.vehicle(car)).isSameAs(car);
  }

  @Test
  void whatBeginsFarFromItIsNot() {
    Track car = car();
    for (Box far : List.of(BEFORE_IT.moved(0, 60), BEFORE_IT.moved(40, 0))) {
      Track other = appears(far, car);
      assertThat(crosses(other, car, other)).isSameAs(other);
    }
  }

  @Test
  void nobodyBelongsToWhatIsNotKnownAsOneVehicle() {
    Track car = car();
    vehicles.clear();
    Track other = appears(BEFORE_IT, car);
    assertThat(crosses(other, car, other)).isSameAs(other);
  }

  @Test
  void whoCameOverAnEdgeOfThePictureIsHisOwn() {
    Box atEdge = new Box(0, 100, 18, 38);
    Track car = begins(atEdge.moved(3, 0), 0);
    vehicles.add(car);
    Track other = begins(new Box(0, 140, 18, 8), 2);
    belonging.see(List.of(car, other), DOWN);
    assertThat(crosses(other, car, other)).isSameAs(other);
  }

  @Test
  void whoStoodHimselfIsHisOwn() {
    Track car = car();
    Track rider = appears(BEFORE_IT, car);
    rides(rider, 2, 0, 4);
    assertThat(crosses(rider, car, rider)).isSameAs(rider);
  }

  @Test
  void whoShowsThatHeIsAVehicleIsHisOwnUnlessHeBeganUponTheOther() {
    Track car = car();
    Track beside = appears(BEFORE_IT, car);
    Track upon = appears(new Box(100, 120, 18, 48), car);
    vehicles.addAll(List.of(beside, upon));
    assertThat(crosses(beside, car, beside, upon)).isSameAs(beside);
    assertThat(crosses(upon, car, beside, upon)).isSameAs(car);
  }

  @Test
  void whoHasPartedFromItBeforeHeCrossesIsHisOwn() {
    Track car = car();
    Track rider = appears(BEFORE_IT, car);
    rides(rider, 2, 120, 3);
    assertThat(crosses(rider, car, rider)).isSameAs(rider);
  }

  @Test
  void whoPassesOneThatStandsIsNoPartOfIt() {
    Track car = car();
    rides(car, 2, 0, 4);
    Track rider = begins(BEFORE_IT.moved(0, car.box().y() - CAR.y()), 4);
    belonging.see(List.of(car, rider), DOWN);
    assertThat(crosses(rider, car, rider)).isSameAs(rider);
  }

  @Test
  void whoIsFollowedInItsPlaceGoesOnAsItForASecond() {
    Track car = car();
    Track soon = appears(BEFORE_IT, car);
    Track late = appears(BEFORE_IT, car);
    rides(soon, 2, 120, 2.5);
    rides(late, 2, 120, 3.5);
    assertThat(crosses(soon, soon)).isSameAs(car);
    assertThat(crosses(late, late)).isSameAs(late);
  }

  @Test
  void whatAppearsAtAPartBelongsToTheWhole() {
    Track car = car();
    Track part = appears(BEFORE_IT, car);
    vehicles.add(part);
    rides(part, 2, 8, 2.1);
    Track more = begins(part.box().moved(0, 5), 2.2);
    belonging.see(List.of(part, more), DOWN);
    vehicles.remove(part);
    assertThat(crosses(more, car, part, more)).isSameAs(car);
  }

  @Test
  void aVehicleThatTurnedOutToBeAPartOfItsPartHasAnEnd() {
    Track car = car();
    Track part = appears(BEFORE_IT, car);
    part.own(car);
    assertThat(belonging.vehicle(part)).isSameAs(part);
    assertThat(belonging.vehicle(car)).isSameAs(part);
  }
}

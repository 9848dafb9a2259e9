// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tracks that share foreground, on a road ten pixels to a metre. */
class TwinsTest {

  private static final Box CAR = new Box(100, 50, 18, 42);
  private static final int ENOUGH = 4;
  private static final Point DOWN = new Point(0, 80);

  private final Twins twins = new Twins(new OneBody(new FlatRoad()));

  private static Track riding(long number, Box from, double mps) {
    Entrance entrance = new Entrance(from, new Box(0, 0, 320, 180));
    Track track = new Track(number, from, 0, new Tempo(), entrance);
    for (int i = 1; i <= 8; i++) {
      double atS = i / 15.0;
      track.sawAlone(from.moved(0, mps * FlatRoad.PX * (atS - 8 / 15.0)), atS);
    }
    return track;
  }

  /** In which picture they are found to be one, from 1 on; 0 for never. */
  private int found(Track a, Track b, Box all) {
    return found(a, b, all, DOWN, track -> true);
  }

  private int found(Track a, Track b, Box all, Point usual, Predicate<Track> known) {
    for (int picture = 1; picture <= 10; picture++) {
      if (twins.of(List.of(a, b), all, ENOUGH, known, usual).isPresent()) {
        return picture;
      }
    }
    return 0;
  }

  @Test
  void twoThatLieUponEachOtherInTheOutlineOfOneCarAreOneAfterAWhile() {
    Track first = riding(1, CAR, 8);
    Track second = riding(2, CAR.moved(3, 4), 8);
    assertThat(found(first, second, CAR)).isEqualTo(ENOUGH);
  }

  @Test
  void theLongerKnownOneIsTheWhole() {
    Track first = riding(1, CAR, 8);
    Track second = riding(2, CAR.moved(3, 4), 8);
    for (int i = 1; i < ENOUGH; i++) {
      twins.of(List.of(first, second), CAR, ENOUGH, track -> true, DOWN);
    }
    Companions.Found found =
        twins.of(List.of(first, second), CAR, ENOUGH, track -> true, DOWN).orElseThrow();
    assertThat(found.whole()).isSameAs(first);
    assertThat(found.part()).isSameAs(second);
  }

  @Test
  void ridersSideBySideAreTwoThoughTogetherTheyLookLikeACar() {
    Track left = riding(1, new Box(100, 50, 7, 40), 8);
    Track right = riding(2, new Box(112, 50, 7, 40), 8);
    assertThat(found(left, right, new Box(100, 50, 19, 42))).isZero();
  }

  @Test
  void whoWasNeverKnownByItselfIsAPartOfTheVehicleWhoseOutlineBothFill() {
    Track corner = riding(1, new Box(100, 50, 6, 12), 8);
    Track rest = riding(2, new Box(107, 60, 11, 30), 3);
    assertThat(found(corner, rest, CAR, DOWN, track -> false)).isEqualTo(ENOUGH);
    assertThat(found(corner, rest, CAR, DOWN, track -> track.number() == 1)).isZero();
    assertThat(found(corner, rest, CAR, DOWN, track -> true)).isZero();
    assertThat(found(corner, rest, new Box(90, 50, 40, 42), DOWN, track -> false)).isZero();
  }

  @Test
  void speedsOfPartsSayNothingSoTheUsualWayDecides() {
    Track one = riding(1, new Box(100, 50, 6, 12), 0);
    Track other = riding(2, new Box(107, 60, 11, 30), 0);
    assertThat(found(one, other, CAR, DOWN, track -> false)).isEqualTo(ENOUGH);
    assertThat(found(one, other, CAR, new Point(80, 0), track -> false)).isZero();
  }

  @Test
  void whatIsFasterOrSharesTheOutlineOfNoVehicleIsAnother() {
    Track slow = riding(1, CAR, 4);
    assertThat(found(slow, riding(2, CAR, 12), CAR)).isZero();
    assertThat(found(slow, riding(2, CAR, 4), new Box(100, 50, 30, 60))).isZero();
  }

  @Test
  void onePictureApartBeginsAnew() {
    Track first = riding(1, CAR, 8);
    Track second = riding(2, CAR, 8);
    for (int i = 0; i < 3; i++) {
      for (int picture = 1; picture < ENOUGH; picture++) {
        assertThat(twins.of(List.of(first, second), CAR, ENOUGH, track -> true, DOWN)).isEmpty();
      }
      assertThat(
              twins.of(
                  List.of(first, second), new Box(100, 50, 60, 42), ENOUGH, track -> true, DOWN))
          .isEmpty();
    }
  }

  /** Twenty are 190 pairs, each of which would be tried in two directions. */
  @Test
  void ofACrowdNobodyAsksWhetherItIsOneVehicle() {
    AtomicInteger asked = new AtomicInteger();
    FlatRoad road =
        new FlatRoad() {
          @Override
          public boolean holdsOne(Box box, Point motion) {
            asked.incrementAndGet();
            return super.holdsOne(box, motion);
          }
        };
    Twins asking = new Twins(new OneBody(road));
    List<Track> crowd =
        IntStream.range(0, 20).mapToObj(i -> riding(i + 1, CAR.moved(0.2 * i, 0), 8)).toList();
    for (int picture = 1; picture <= ENOUGH; picture++) {
      assertThat(asking.of(crowd, CAR, ENOUGH, track -> false, DOWN)).isEmpty();
    }
    assertThat(asked).hasValue(0);
    for (int picture = 1; picture < ENOUGH; picture++) {
      asking.of(crowd.subList(0, 8), CAR, ENOUGH, track -> false, DOWN);
    }
    assertThat(asking.of(crowd.subList(0, 8), CAR, ENOUGH, track -> false, DOWN)).isPresent();
  }

  /** Who is one with another in a row is so no more when more came to it. */
  @Test
  void aCrowdInBetweenBeginsAnew() {
    List<Track> crowd =
        IntStream.range(0, 9).mapToObj(i -> riding(i + 1, CAR.moved(0.2 * i, 0), 8)).toList();
    List<Track> two = crowd.subList(0, 2);
    for (int i = 0; i < 3; i++) {
      for (int picture = 1; picture < ENOUGH; picture++) {
        assertThat(twins.of(two, CAR, ENOUGH, track -> true, DOWN)).isEmpty();
      }
      assertThat(twins.of(crowd, CAR, ENOUGH, track -> true, DOWN)).isEmpty();
    }
  }
}

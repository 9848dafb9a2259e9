// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Places that are taken, and what leaks. */
class CountsTest {

  private static final Place CARS = new Place("p1", "car");
  private static final Place BIKES = new Place("p1", "motorbike");

  @Test
  void whatAllLanesCountIsWhatIsInside() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<Occupancy> lanes =
          List.of(new Occupancy("in-1"), new Occupancy("out-1"), new Occupancy("out-2"));
      long cars = 0;
      for (int i = 0; i < 200; i++) {
        Occupancy lane = lanes.get(random.nextInt(3));
        switch (random.nextInt(4)) {
          case 0 -> {
            lane.cameIn(CARS);
            cars++;
          }
          case 1 -> {
            lane.wentOut(CARS);
            cars--;
          }
          case 2 -> lane.cameIn(BIKES);
          default -> lane.unite(lanes.get(random.nextInt(3)).state());
        }
      }
      Occupancy all = new Occupancy("display");
      Occupancy otherWay = new Occupancy("display");
      lanes.forEach(lane -> all.unite(lane.state()));
      for (int i = 0; i < 9; i++) {
        otherWay.unite(lanes.get(2 - i % 3).state());
      }
      assertThat(all.inside(CARS)).as("seed %s", seed).isEqualTo(cars);
      assertThat(otherWay.state()).isEqualTo(all.state());
    }
  }

  @Test
  void aPersonsCountHoldsFromThenOn() {
    Occupancy lane = new Occupancy("in-1");
    lane.cameIn(CARS);
    lane.wentOut(CARS);
    lane.wentOut(CARS);
    assertThat(lane.inside(CARS)).isEqualTo(-1); // shown as it is
    assertThat(lane.correct(CARS, 40)).isEqualTo(41);
    lane.cameIn(CARS);
    assertThat(lane.inside(CARS)).isEqualTo(41);
    assertThat(lane.inside(BIKES)).isZero();
    assertThat(lane.mineAt(CARS)).isEqualTo(new Tally(5, 2, 2, 41));
    assertThat(lane.mineAt(BIKES)).isEqualTo(Tally.NOTHING);
  }

  @Test
  void anOlderRecordDoesNotUndoALaterOne() {
    Occupancy lane = new Occupancy("in-1");
    lane.cameIn(CARS);
    SortedMap<Occupancy.Counter, Tally> old = lane.state();
    lane.cameIn(CARS);
    lane.unite(old);
    assertThat(lane.inside(CARS)).isEqualTo(2);
  }

  @Test
  void twoOnOneOpeningIsATailgate() {
    OpeningWatch watch = new OpeningWatch();
    watch.raised(true);
    watch.passed();
    watch.passed();
    watch.lowered();
    watch.passed();
    assertThat(watch.leaks()).containsOnlyKeys(Leak.TAILGATE, Leak.PASSED_CLOSED);
    assertThat(watch.passages()).isEqualTo(3);
    assertThat(watch.openings()).isEqualTo(1);
  }

  @Test
  void aConvoyThatIsGrantedIsNoLeak() {
    OpeningWatch watch = new OpeningWatch();
    watch.raised(true);
    watch.raised(true);
    watch.passed();
    watch.passed();
    assertThat(watch.leaks()).isEmpty();
  }

  @Test
  void anOpeningWithoutStayAndAnExitWithoutEntryAreCounted() {
    OpeningWatch watch = new OpeningWatch();
    watch.raised(false);
    watch.lowered();
    watch.passed(); // the grant was gone with the barrier
    watch.leftWithoutEntry();
    assertThat(watch.leaks())
        .containsEntry(Leak.OPENED_WITHOUT_SESSION, 1L)
        .containsEntry(Leak.EXIT_WITHOUT_ENTRY, 1L)
        .containsEntry(Leak.PASSED_CLOSED, 1L);
  }

  /** Every vehicle is on a grant or counted as a leak; recounted from the events alone. */
  @Test
  void passagesAreGrantedOrLeak() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      OpeningWatch watch = new OpeningWatch();
      long free = 0;
      long used = 0;
      for (int i = 0; i < 100; i++) {
        switch (random.nextInt(3)) {
          case 0 -> {
            watch.raised(true);
            free++;
          }
          case 1 -> {
            watch.passed();
            used += free > 0 ? 1 : 0;
            free = Math.max(0, free - 1);
          }
          default -> {
            watch.lowered();
            free = 0;
          }
        }
      }
      long leaked = watch.leaks().values().stream().mapToLong(Long::longValue).sum();
      assertThat(watch.passages()).as("seed %s", seed).isEqualTo(used + leaked);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.tag.TagNumber;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a lane hears, in whatever order, what must never happen does not. */
class RandomEventsTest {

  private static final int SEQUENCES = 700;
  private static final int EVENTS = 400;
  private static final List<Neighbours.Word> WORDS = List.of(Neighbours.Word.values());
  private static final List<Detector> DETECTORS = List.of(Detector.values());
  private static final List<ArmPosition> POSITIONS = List.of(ArmPosition.values());
  private static final List<LaneOrder> ORDERS = List.of(LaneOrder.values());
  private static final TagNumber[] TAGS = {
    Bench.ANNA, Bench.BAO, Bench.CHI, Bench.GOODS, new TagNumber("", 0)
  };

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void nothingForbiddenComesOfAnySequence(int kind) {
    int charges = 0;
    for (int seed = 0; seed < SEQUENCES; seed++) {
      charges += run(kind, seed);
    }
    assertThat(charges).as("the sequences reach charges at all").isPositive();
  }

  private static int run(int kind, int seed) {
    Random random = new Random(kind * 1_000_003L + seed);
    Layout layout = kind == 1 ? Bench.ROOMY : kind == 2 ? Bench.COMPACT : Bench.PLAIN;
    Neighbours neighbours =
        seed % 3 == 0
            ? Neighbours.NONE
            : (tag, score, alone, nanos) ->
                random.nextInt(10) > 0
                    ? Neighbours.Word.MINE
                    : WORDS.get(random.nextInt(WORDS.size()));
    Driver driver = new Driver(new Bench(layout, neighbours).lane(), layout.curtain());
    for (Detector detector : Detector.values()) {
      driver.on(new LaneEvent.Occupied(driver.now, detector, false));
    }
    driver.on(new LaneEvent.Order(driver.now, LaneOrder.OPEN, "anna"));
    int wildness = 2 + random.nextInt(30);
    for (int i = 0; i < EVENTS; i++) {
      driver.to(driver.now + (long) (random.nextDouble() * random.nextDouble() * 9e8));
      driver.on(event(random, driver.now, wildness));
    }
    driver.quiet();
    assertThat(driver.recount.wrongs).as("kind %d seed %d", kind, seed).isEmpty();
    assertThat(driver.lane.state())
        .as("kind %d seed %d", kind, seed)
        .isEqualTo(LaneState.OPEN_IDLE);
    assertThat(driver.recount.hasOpenGrants()).as("kind %d seed %d", kind, seed).isFalse();
    assertThat(driver.lane.tags()).isZero();
    return driver.recount.charges();
  }

  private static LaneEvent event(Random random, long now, int wildness) {
    if (random.nextInt(wildness) > 0) {
      return random.nextInt(3) == 0 ? edge(random, now) : heard(random, now);
    }
    return switch (random.nextInt(13)) {
      case 0 -> new LaneEvent.DetectorLost(now, DETECTORS.get(random.nextInt(DETECTORS.size())));
      case 1 -> new LaneEvent.Arm(now, POSITIONS.get(random.nextInt(POSITIONS.size())));
      case 2 -> new LaneEvent.Reader(now, random.nextBoolean());
      case 3 -> new LaneEvent.Plate(now, "p" + random.nextInt(3));
      case 4 -> new LaneEvent.Office(now, TAGS[random.nextInt(3)], random.nextBoolean(), "r");
      case 5 -> new LaneEvent.Retry(now, Optional.empty());
      case 6 -> new LaneEvent.AttendantGrant(now, "anna", "cash");
      case 7 -> new LaneEvent.Order(now, ORDERS.get(random.nextInt(ORDERS.size())), "anna");
      case 8 ->
          new LaneEvent.Turn(now, random.nextBoolean() ? Travel.FORWARD : Travel.REVERSE, "anna");
      case 9 -> new LaneEvent.Links(now, random.nextBoolean(), random.nextBoolean());
      case 10 -> new LaneEvent.Tick(now - random.nextInt(2_000_000_000));
      case 11 -> new LaneEvent.Order(now, LaneOrder.OPEN, "anna");
      default -> new LaneEvent.Tick(now);
    };
  }

  private static LaneEvent edge(Random random, long now) {
    return new LaneEvent.Occupied(
        now, DETECTORS.get(random.nextInt(DETECTORS.size())), random.nextBoolean());
  }

  private static LaneEvent heard(Random random, long now) {
    return new LaneEvent.Heard(
        now,
        TAGS[random.nextInt(TAGS.length)],
        Optional.empty(),
        random.nextInt(4),
        -75 + random.nextInt(28),
        1 + random.nextInt(3));
  }

  /** Feeds a lane and counts again; the arm obeys now and then. */
  private static final class Driver {
    private final Lane lane;
    private final Recount recount;
    private long now = 5_000_000_000L;

    Driver(Lane lane, boolean curtain) {
      this.lane = lane;
      this.recount = new Recount(curtain);
    }

    void on(LaneEvent event) {
      recount.event(event);
      List<LaneAct> acts = lane.on(event);
      acts.forEach(recount::act);
      assertThat(lane.vehicles()).isLessThanOrEqualTo(17);
      assertThat(lane.tags()).isLessThanOrEqualTo(256);
    }

    void to(long nanos) {
      OptionalLong next = lane.nextTick();
      int ticks = 0;
      while (next.isPresent() && next.getAsLong() - nanos <= 0) {
        now = Math.max(now, next.getAsLong());
        on(new LaneEvent.Tick(now));
        next = lane.nextTick();
        assertThat(++ticks).as("ticks without end").isLessThan(10_000);
      }
      now = Math.max(now, nanos);
    }

    /** Everything is free, heard and obeying, and time goes on. */
    void quiet() {
      on(new LaneEvent.Order(now, LaneOrder.OPEN, "anna"));
      on(new LaneEvent.Reader(now, true));
      for (Detector detector : Detector.values()) {
        on(new LaneEvent.Occupied(now, detector, false));
      }
      for (int i = 0; i < 20; i++) {
        to(now + 60_000_000_000L);
        on(new LaneEvent.Arm(now, ArmPosition.UNKNOWN));
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.CardWord;
import io.wayside.core.device.CardWord.Counted;
import io.wayside.core.device.CardWord.Gap;
import io.wayside.core.device.CardWord.Gap.Why;
import io.wayside.core.device.CardWord.Heard;
import io.wayside.core.device.CardWord.LoopFault;
import io.wayside.core.device.CardWord.LoopFault.Kind;
import io.wayside.core.device.CardWord.Occupied;
import io.wayside.core.device.CardWord.Vehicle;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.interval.Span;
import io.wayside.counting.scheme.Classifier;
import io.wayside.counting.scheme.Classifier.By;
import io.wayside.counting.scheme.PcuRule;
import io.wayside.counting.scheme.PcuTable.Terrain;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CardLaneTest {

  private static final long S = 1_000_000_000L;
  private static final Instant START = Instant.parse("2026-11-22T06:00:00Z");

  private final CardLane lane =
      new CardLane(
          List.of(Span.M1),
          ZoneOffset.UTC,
          new CardClasses(
              Set.of("7"),
              PcuRule.none("tls-8-1"),
              new Classifier(Optional.empty(), Optional.empty(), Optional.empty(), Terrain.FLAT)),
          0,
          START);
  private final List<CardNews> news = new ArrayList<>();

  private void word(CardWord word) {
    news.addAll(lane.word(word));
  }

  private Interval minute(int n) {
    return news.stream()
        .filter(one -> one instanceof CardNews.IntervalTold)
        .map(one -> ((CardNews.IntervalTold) one).interval())
        .filter(one -> one.slot().from().equals(START.plusSeconds(60L * n)))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private static Vehicle vehicle(long nanos, String code) {
    return new Vehicle(1, nanos, OptionalDouble.of(10), OptionalDouble.empty(), Optional.of(code));
  }

  @Test
  void whatIsHeardIsCountedAndTheTimeBeforeIsNotObserved() {
    word(new Heard(1, 10 * S));
    word(vehicle(20 * S, "7"));
    word(vehicle(25 * S, "unheard of"));
    word(new Counted(1, 25 * S, 30 * S, 3));
    word(new Heard(1, 60 * S));

    Interval first = minute(0);
    assertThat(first.observedS()).isEqualTo(50);
    assertThat(first.causes()).containsExactly("not-heard-card");
    assertThat(first.counts().vehicles()).isEqualTo(5);
    assertThat(first.counts().byClass().get("7")).containsEntry("unknown", 1);
    assertThat(first.counts().byClass().get("unknown")).containsEntry("unknown", 4);
    assertThat(first.counts().headwaysS().n()).isEqualTo(1); // none beside those without times
    assertThat(first.counts().late()).isZero();
    CardNews.Vehicle car = (CardNews.Vehicle) news.get(0);
    assertThat(car.told().by()).isEqualTo(By.CARD);
    assertThat(car.late()).isFalse();
  }

  @Test
  void whatWasCountedUnheardIsLateAndInNoIntervalsVehicles() {
    word(new Heard(1, 0));
    word(new Heard(1, 30 * S));
    news.addAll(lane.interrupted(30 * S));
    news.addAll(lane.tick(130 * S, START.plusSeconds(130)));
    word(new Counted(1, 30 * S, 150 * S, 9));
    word(new Heard(1, 150 * S));
    word(new Heard(1, 180 * S));

    assertThat(minute(0).observedS()).isEqualTo(30);
    assertThat(minute(1).blind()).isTrue();
    assertThat(minute(2).observedS()).isEqualTo(30);
    assertThat(minute(2).counts().vehicles()).isZero();
    assertThat(minute(2).counts().late()).isEqualTo(9);
    assertThat(news).contains(new CardNews.Many(new Counted(1, 30 * S, 150 * S, 9), true, false));
  }

  /** A card with lines is heard again before its next line tells what was missed. */
  @Test
  void whatReachesBackIntoAnOutageIsLateToo() {
    word(new Heard(1, 0));
    news.addAll(lane.interrupted(10 * S));
    word(new Heard(1, 20 * S));
    word(new Counted(1, 5 * S, 30 * S, 2));
    word(new Heard(1, 60 * S));

    assertThat(minute(0).counts().late()).isEqualTo(2);
    assertThat(minute(0).counts().vehicles()).isZero();
  }

  @Test
  void aGapIsNotObservedAndOneThatWasCountedIsNotMeasured() {
    word(new Heard(1, 0));
    word(new Heard(1, 60 * S));
    word(new Gap(1, 50 * S, 65 * S, Why.RESTARTED, false));
    word(new Gap(1, 70 * S, 80 * S, Why.MISSED_SEQUENCE, true));
    word(new Heard(1, 120 * S));

    assertThat(minute(0).revision()).isEqualTo(2);
    assertThat(minute(0).observedS()).isEqualTo(50);
    assertThat(minute(1).observedS()).isEqualTo(55);
    assertThat(minute(1).measuredS()).isEqualTo(45);
    assertThat(minute(1).causes())
        .containsExactlyInAnyOrder("missed-sequence-card", "restarted-card");
  }

  @Test
  void aFaultyLoopIsToldNotObservedAndDoubtful() {
    word(new Heard(1, 0));
    word(new LoopFault(1, 10 * S, Kind.OPEN_LOOP, true));
    word(new Counted(1, 10 * S, 11 * S, 1));
    assertThat(lane.faults()).containsExactly(Kind.OPEN_LOOP);
    word(new LoopFault(1, 30 * S, Kind.OPEN_LOOP, false));
    word(new Heard(1, 60 * S));

    assertThat(news)
        .contains(
            new CardNews.Fault(Kind.OPEN_LOOP, 10 * S, OptionalLong.empty()),
            new CardNews.Fault(Kind.OPEN_LOOP, 10 * S, OptionalLong.of(30 * S)));
    assertThat(minute(0).observedS()).isEqualTo(40);
    assertThat(minute(0).counts().doubtful()).isEqualTo(1);
    assertThat(minute(0).causes()).containsExactly("open-loop-card");
    assertThat(lane.faults()).isEmpty();
  }

  @Test
  void occupancyIsAsTheCardSays() {
    word(new Heard(1, 0));
    word(new Occupied(1, 10 * S, 20 * S, 6));
    word(new Heard(1, 60 * S));

    assertThat(minute(0).occupancy().orElseThrow()).isCloseTo(0.1, Offset.offset(1e-9));
  }

  @Test
  void whatIsOpenIsToldAtTheEndAsFarAsItWasHeard() {
    word(new Heard(1, 0));
    word(new Counted(1, 0, 20 * S, 2));
    word(new Heard(1, 20 * S));
    news.addAll(lane.stop(30 * S));

    assertThat(minute(0).observedS()).isEqualTo(20);
    assertThat(minute(0).counts().vehicles()).isEqualTo(2);
  }
}

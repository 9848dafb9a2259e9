// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.book.AgeLimits;
import io.wayside.tolling.book.TagBook;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneTally;
import io.wayside.tolling.passage.LaneHealth;
import io.wayside.tolling.passage.Shift;
import io.wayside.tolling.passage.ShiftPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Counts how a lane does, an hour at most and within one shift at a time. */
final class HourBook {

  private final ShiftPlan plan;
  private final TagBook book;
  private final LongSupplier pictures;
  private final Delays delays = new Delays();
  private Instant from;
  private LaneTally before;
  private long withTag;
  private long passed;
  private long chargedMinor;
  private long picturesBefore;
  private boolean officeHeard;
  private Duration offline = Duration.ZERO;
  private Instant looked;

  /**
   * @param pictures how many were taken, ever
   */
  HourBook(ShiftPlan plan, TagBook book, LongSupplier pictures, LaneTally tally, Instant now) {
    this.plan = plan;
    this.book = book;
    this.pictures = pictures;
    this.picturesBefore = pictures.getAsLong();
    this.before = tally;
    this.from = now;
    this.looked = now;
  }

  /** From what caused it to the barrier's command. */
  void raised(long delayNanos) {
    delays.add(delayNanos);
  }

  /** A vehicle has ended. */
  void ended(LaneOutcome outcome) {
    withTag += outcome.evidence().choice().isPresent() ? 1 : 0;
    if (outcome instanceof Passage passage) {
      passed++;
      chargedMinor += charged(passage);
    }
  }

  private static long charged(Passage passage) {
    boolean pays = passage.terms() == Terms.CHARGED || passage.terms() == Terms.MANUAL;
    return passage
        .grant()
        .filter(grant -> pays)
        .flatMap(grant -> grant.verdict().fare())
        .map(Fare::minor)
        .orElse(0L);
  }

  void office(boolean heard) {
    officeHeard = heard;
  }

  /** The record that is due, when the hour or the shift is over. */
  Optional<LaneHealth> due(LaneTally tally, Instant now) {
    if (!officeHeard && now.isAfter(looked)) {
      offline = offline.plus(Duration.between(looked, now));
    }
    looked = now;
    boolean stepped = now.isBefore(from);
    boolean over =
        stepped
            || !now.truncatedTo(ChronoUnit.HOURS).equals(from.truncatedTo(ChronoUnit.HOURS))
            || !plan.of(now).equals(plan.of(from));
    return over ? Optional.of(close(tally, now)) : Optional.empty();
  }

  /** What was counted so far; counting begins anew. */
  LaneHealth close(LaneTally tally, Instant now) {
    Shift shift = plan.of(from);
    Instant ends = plan.end(shift);
    Instant to = now.isBefore(from) ? from : now.isAfter(ends) ? ends : now;
    long taken = pictures.getAsLong();
    LaneHealth health =
        new LaneHealth(
            from,
            to,
            shift,
            new LaneHealth.Count(
                tally.vehicles() - before.vehicles(),
                withTag,
                tally.ghosts() - before.ghosts(),
                tally.held() - before.held(),
                tally.unarbitrated() - before.unarbitrated(),
                tally.safetyPulses() - before.safetyPulses(),
                tally.trailers() - before.trailers(),
                tally.barrierRaises() - before.barrierRaises(),
                taken - picturesBefore,
                passed,
                chargedMinor),
            delays.quantileMs(0.5),
            delays.quantileMs(0.99),
            Math.min(offline.toMillis(), Duration.between(from, to).toMillis()) / 1e3,
            oldestListAgeS(now));
    before = tally;
    picturesBefore = taken;
    withTag = 0;
    passed = 0;
    chargedMinor = 0;
    offline = Duration.ZERO;
    delays.clear();
    from = now.isAfter(ends) ? ends : now;
    return health;
  }

  private double oldestListAgeS(Instant now) {
    return book.inForce().stream()
        .mapToDouble(list -> AgeLimits.age(list, now).toMillis() / 1e3)
        .max()
        .orElse(-1);
  }
}

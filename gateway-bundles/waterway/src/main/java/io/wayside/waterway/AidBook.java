// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.waterway.availability.DayBook;
import io.wayside.waterway.availability.DayBook.Day;
import io.wayside.waterway.availability.Ledger;
import io.wayside.waterway.record.Verdicts;
import io.wayside.waterway.watch.Answers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The days of an aid while the station runs. A step of the wall clock parts a day; what was on both
 * sides of it keeps its own times.
 */
final class AidBook {

  /** Late evidence: silence spreads to the answers hours after the last report. */
  private static final Duration SETTLE = Duration.ofHours(6);

  private static final Duration STEP = Duration.ofSeconds(5);

  private final ZoneId zone;
  private Ledger ledger;
  private DayBook days;
  private @Nullable Answers last;
  private boolean due;
  private long nanos;
  private Instant wall;

  AidBook(ZoneId zone, long nanos, Instant wall) {
    this.zone = zone;
    this.nanos = nanos;
    this.wall = wall;
    this.ledger = new Ledger();
    this.days = new DayBook(ledger, zone, SETTLE, wall);
  }

  /** The answers from now on, each since its first evidence. */
  void enter(Answers now, LongFunction<Instant> at) {
    last = now;
    ledger.light(at.apply(now.light().sinceNanos()), Verdicts.of(now.light().state()));
    ledger.place(at.apply(now.place().sinceNanos()), Verdicts.of(now.place().state()));
    ledger.planned(
        now.planned().map(planned -> at.apply(planned.sinceNanos())).orElse(wall),
        now.planned().isPresent());
  }

  /** Time passed; gives the days that are over for good. */
  List<Day> tick(long nowNanos, Instant nowWall, boolean shine, LongFunction<Instant> at) {
    List<Day> over = new ArrayList<>();
    Instant steady = wall.plusNanos(nowNanos - nanos);
    boolean stepped = Duration.between(steady, nowWall).abs().compareTo(STEP) > 0;
    nanos = nowNanos;
    wall = nowWall;
    if (stepped) {
      over.addAll(days.stop(steady));
      ledger = new Ledger();
      days = new DayBook(ledger, zone, SETTLE, nowWall);
      Answers standing = last;
      if (standing != null) {
        enter(standing, at);
      }
      ledger.due(nowWall, shine);
    } else if (shine != due) {
      ledger.due(nowWall, shine);
    }
    due = shine;
    over.addAll(days.due(nowWall));
    return over;
  }

  List<Day> stop(Instant nowWall) {
    return days.stop(nowWall);
  }
}

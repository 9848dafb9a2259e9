// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same prices found another way: a clock on the wall is watched minute by minute, and somebody
 * puts down money whenever the time that was paid is used up. Knows plans as data only. For times
 * in whole minutes.
 */
final class Recount {

  private final Plan plan;
  private final DayCalendar calendar;
  private final Map<String, long[]> counters = new HashMap<>(); // used, paid minutes
  private final Map<String, Long> buckets = new HashMap<>();

  private Recount(Plan plan, DayCalendar calendar) {
    this.plan = plan;
    this.calendar = calendar;
  }

  /**
   * What the time costs by the schedules and caps alone, after grace, before codes and rounding.
   */
  static long of(Plan plan, DayCalendar calendar, Stay stay) {
    return new Recount(plan, calendar).watch(stay);
  }

  private long watch(Stay stay) {
    Instant entry = stay.entry().orElseThrow().at();
    Instant exit = stay.exit().at();
    LocalDateTime furthest = LocalDateTime.MIN; // the wall clock without its steps back
    long sum = 0;
    long counted = 0;
    Instant at = entry.minusSeconds(3 * 86_400);
    while (at.isBefore(exit)) {
      LocalDateTime shown = LocalDateTime.ofInstant(at, plan.zone());
      furthest = shown.isAfter(furthest) ? shown : furthest;
      if (!at.isBefore(entry) && !covered(furthest, stay)) {
        counted++;
        sum += minute(at, entry, shown.toLocalDate(), furthest, stay.vehicleClass());
      }
      at = at.plusSeconds(60);
    }
    return counted * 60_000 <= plan.limits().graceInMs() ? 0 : sum;
  }

  private DayKind kind(LocalDate date) {
    return calendar.kindOf(date, plan.weekend());
  }

  private boolean covered(LocalDateTime now, Stay stay) {
    for (HeldPass held : stay.passes()) {
      PassRule rule = plan.passes().get(held.id());
      for (int back = 0; back < 2; back++) {
        LocalDate date = now.toLocalDate().minusDays(back);
        boolean held0 = !date.isBefore(held.from()) && !date.isAfter(held.to());
        LocalDateTime end = date.atTime(rule.to());
        end = rule.from().isBefore(rule.to()) ? end : end.plusDays(1);
        if (held0
            && rule.days().contains(kind(date))
            && rule.classes().contains(stay.vehicleClass())
            && !now.isBefore(date.atTime(rule.from()))
            && now.isBefore(end)) {
          return true;
        }
      }
    }
    return false;
  }

  private long minute(
      Instant at, Instant entry, LocalDate shown, LocalDateTime now, String vehicleClass) {
    LocalDate date = now.toLocalDate();
    Schedule.Start start = null;
    while (start == null) {
      for (Schedule.Start candidate : plan.schedule(vehicleClass, kind(date)).starts()) {
        if (!date.atTime(candidate.from()).isAfter(now)) {
          start = candidate;
        }
      }
      date = start == null ? date.minusDays(1) : date;
    }
    Rate rate = start.rate();
    String period = date + " " + start.from();
    String key = rate.counts() == Rate.Counts.STAY ? "stay" : period;
    long[] counter = counters.computeIfAbsent(key, k -> new long[2]);
    long due = 0;
    if (counter[0] == counter[1]) {
      Step step = step(rate.steps(), counter[1]);
      counter[1] =
          step.lengthMs() == Step.WHOLE_PERIOD ? -1 : counter[1] + step.lengthMs() / 60_000;
      due = capped(step.minor(), rate, period, at, entry, shown, vehicleClass);
    }
    counter[0]++;
    return due;
  }

  private static Step step(List<Step> steps, long paid) {
    long left = paid;
    for (Step step : steps) {
      left -= step.lengthMs() / 60_000;
      if (left < 0) {
        return step;
      }
    }
    return steps.get(steps.size() - 1);
  }

  private long capped(
      long minor,
      Rate rate,
      String period,
      Instant at,
      Instant entry,
      LocalDate shown,
      String vehicleClass) {
    long taken = minor;
    Map<String, Long> now = new HashMap<>();
    for (Cap cap : plan.caps()) {
      if (cap.classes().contains(vehicleClass)
          && cap.rates().contains(rate.id())
          && cap.days().contains(kind(shown))) {
        long hours = (at.getEpochSecond() - entry.getEpochSecond()) / 3_600;
        String bucket =
            cap.id()
                + switch (cap.per()) {
                  case DAY_OF_STAY -> hours / 24;
                  case CALENDAR_DAY -> shown.toString();
                  case PERIOD -> period;
                  case STAY -> "";
                };
        now.put(bucket, cap.minor());
        taken = Math.min(taken, cap.minor() - buckets.getOrDefault(bucket, 0L));
      }
    }
    long added = taken;
    now.keySet().forEach(bucket -> buckets.merge(bucket, added, Long::sum));
    return taken;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Cuts a time into spans of one rate each, with what the passes cover set apart. */
final class Timeline {

  private final Plan plan;
  private final DayCalendar calendar;
  private final SiteTime site;

  Timeline(Plan plan, DayCalendar calendar) {
    this.plan = plan;
    this.calendar = calendar;
    this.site = new SiteTime(plan.zone());
  }

  DayKind kindOf(LocalDate date) {
    return calendar.kindOf(date, plan.weekend());
  }

  /** Spans in order, without gap, that fill the time; none for an empty time. */
  List<Span> spans(long fromMs, long toMs, String vehicleClass, List<HeldPass> passes) {
    List<Span> spans = new ArrayList<>();
    List<Long> cuts = covered(fromMs, toMs, vehicleClass, passes);
    for (Span period : periods(fromMs, toMs, vehicleClass)) {
      long at = period.fromMs();
      for (int i = 0; i < cuts.size() && at < period.toMs(); i += 2) {
        long start = Math.max(at, cuts.get(i));
        long end = Math.min(period.toMs(), cuts.get(i + 1));
        if (start < end) {
          add(spans, period.part(at, start, false));
          add(spans, period.part(start, end, true));
          at = end;
        }
      }
      add(spans, period.part(at, period.toMs(), false));
    }
    return spans;
  }

  private static void add(List<Span> spans, Span span) {
    if (span.fromMs() < span.toMs()) {
      spans.add(span);
    }
  }

  private List<Span> periods(long fromMs, long toMs, String vehicleClass) {
    List<Span> periods = new ArrayList<>();
    LocalDate last = site.dateOf(toMs).plusDays(1);
    Span open = null;
    for (LocalDate date = site.dateOf(fromMs).minusDays(1);
        !date.isAfter(last);
        date = date.plusDays(1)) {
      for (Schedule.Start start : plan.schedule(vehicleClass, kindOf(date)).starts()) {
        long at = site.at(date, start.from());
        if (open != null) {
          add(periods, open.part(Math.max(fromMs, open.fromMs()), Math.min(toMs, at), false));
        }
        open = new Span(start.rate(), at, at, Long.MAX_VALUE, false);
      }
    }
    return periods;
  }

  /** Beginnings and ends, in turn, of what the passes cover; in order and apart. */
  private List<Long> covered(long fromMs, long toMs, String vehicleClass, List<HeldPass> passes) {
    List<long[]> found = new ArrayList<>();
    for (HeldPass held : passes) {
      PassRule rule = plan.passes().get(held.id());
      if (rule != null && rule.classes().contains(vehicleClass)) {
        LocalDate date = later(site.dateOf(fromMs).minusDays(1), held.from());
        for (;
            !date.isAfter(site.dateOf(toMs)) && !date.isAfter(held.to());
            date = date.plusDays(1)) {
          if (rule.days().contains(kindOf(date))) {
            LocalDate end = rule.from().isBefore(rule.to()) ? date : date.plusDays(1);
            found.add(new long[] {site.at(date, rule.from()), site.at(end, rule.to())});
          }
        }
      }
    }
    found.sort((a, b) -> Long.compare(a[0], b[0]));
    List<Long> apart = new ArrayList<>();
    for (long[] one : found) {
      int size = apart.size();
      if (size > 0 && one[0] <= apart.get(size - 1)) {
        apart.set(size - 1, Math.max(apart.get(size - 1), one[1]));
      } else {
        apart.add(one[0]);
        apart.add(one[1]);
      }
    }
    return apart;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}

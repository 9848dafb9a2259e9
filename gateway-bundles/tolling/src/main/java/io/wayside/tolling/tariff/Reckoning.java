// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.quality.Flags;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Works out one sum from times that are taken as they are. */
final class Reckoning {

  private final Plan plan;
  private final DayCalendar calendar;
  private final SiteTime site;
  private final Timeline timeline;

  Reckoning(Plan plan, DayCalendar calendar) {
    this.plan = plan;
    this.calendar = calendar;
    this.site = new SiteTime(plan.zone());
    this.timeline = new Timeline(plan, calendar);
  }

  Sum sum(Stay stay) {
    Work work = new Work(new ArrayList<>(), Flags.NONE);
    ParkingClass parking = plan.require(stay.vehicleClass());
    long minor;
    if (stay.entry().isPresent()) {
      minor = stay(work, stay, stay.entry().get().at().toEpochMilli());
    } else {
      minor = parking.unknownEntryMinor();
      work.flags = work.flags.with(TariffFlags.UNKNOWN_ENTRY);
      work.add("unknown-entry", minor, with("class", parking.id()));
    }
    minor += Discounts.apply(plan, stay, site, minor, work.items);
    if (stay.lostTicket()) {
      minor += parking.lostTicketMinor();
      work.flags = work.flags.with(TariffFlags.LOST_TICKET);
      work.add("lost-ticket", parking.lostTicketMinor(), with("class", parking.id()));
    }
    long rounded = plan.rounding().apply(minor);
    if (rounded != minor) {
      work.add("rounding", rounded - minor, Value.Fields.with("to", plan.rounding().to()));
    }
    return new Sum(rounded, work.items, work.flags);
  }

  private long stay(Work work, Stay stay, long entryMs) {
    long exitMs = stay.exit().at().toEpochMilli();
    if (exitMs < entryMs) {
      work.flags = work.flags.with(TariffFlags.EXIT_BEFORE_ENTRY);
      exitMs = entryMs;
    }
    long freeMs = Discounts.minutesOff(plan, stay, site, work.items);
    exitMs = Math.max(entryMs, exitMs - freeMs);
    if (exitMs - entryMs > plan.limits().longestMs()) {
      exitMs = entryMs + plan.limits().longestMs();
      work.flags = work.flags.with(TariffFlags.LONGEST_STAY);
      work.add("longest-stay", 0, with("days", plan.limits().longestMs() / 86_400_000));
    }
    judgeDays(work, entryMs, exitMs);
    Counted counted =
        Counted.of(
            timeline.spans(entryMs, exitMs, stay.vehicleClass(), stay.passes()), timeline, site);
    if (counted.coveredMs() > 0) {
      work.add("pass", 0, with("minutes", counted.coveredMs() / 60_000));
    }
    if (counted.countedMs() <= plan.limits().graceInMs()) {
      work.add("grace-in", 0, with("minutes", plan.limits().graceInMs() / 60_000));
      return 0;
    }
    explain(work, counted.charges());
    Capped capped = Capped.of(counted.charges(), plan, stay.vehicleClass(), entryMs);
    for (Map.Entry<Cap, Long> cut : capped.cuts().entrySet()) {
      Cap cap = cut.getKey();
      work.add("cap", -cut.getValue(), with("cap", cap.id()).and("most", cap.minor()));
    }
    return capped.minor();
  }

  private void judgeDays(Work work, long entryMs, long exitMs) {
    LocalDate first = site.dateOf(entryMs);
    if (!calendar.covers(first) || !calendar.covers(site.dateOf(exitMs))) {
      work.flags = work.flags.with(TariffFlags.CALENDAR_NOT_COVERED);
    }
    if (first.isBefore(plan.validFrom())) {
      work.flags = work.flags.with(TariffFlags.PLAN_NOT_IN_FORCE);
    }
  }

  /** Like charges that follow each other in one period are one item. */
  private void explain(Work work, List<Charge> charges) {
    int from = 0;
    for (int i = 1; i <= charges.size(); i++) {
      Charge first = charges.get(from);
      if (i == charges.size() || !alike(first, charges.get(i))) {
        int count = i - from;
        work.add(
            "charge",
            count * first.minor(),
            with("rate", first.rate().id())
                .and("count", count)
                .and("each", first.minor())
                .and("from", site.textOf(first.atMs())));
        from = i;
      }
    }
  }

  private static boolean alike(Charge a, Charge b) {
    return a.periodMs() == b.periodMs()
        && a.minor() == b.minor()
        && a.rate().id().equals(b.rate().id());
  }

  private static FieldsBuilder with(String name, String value) {
    return Value.Fields.with(name, value);
  }

  private static FieldsBuilder with(String name, long value) {
    return Value.Fields.with(name, value);
  }

  /** What gathers on the way. */
  private static final class Work {
    private final List<Item> items;
    private Flags flags;

    private Work(List<Item> items, Flags flags) {
      this.items = items;
      this.flags = flags;
    }

    private void add(String code, long minor, FieldsBuilder figures) {
      items.add(new Item(code, minor, figures.build()));
    }
  }
}

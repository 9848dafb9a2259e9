// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.Wording;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plans, calendars and stays nobody would think of. Times are whole minutes. */
final class RandomPlans {

  static final String CAR = "car";
  private static final Wording NAME = new Wording("x", "x");
  private static final Evidence MADE_UP =
      new Evidence("made up", Evidence.Certainty.FROM_KNOWLEDGE);
  private static final List<String> ZONES =
      List.of(
          "Asia/Ho_Chi_Minh",
          "Europe/Berlin",
          "Australia/Lord_Howe", // clocks change by half an hour
          "America/Sao_Paulo", // clocks changed at midnight until 2019
          "Asia/Kathmandu"); // 5 h 45 min

  private final Random random;

  RandomPlans(long seed) {
    this.random = new Random(seed);
  }

  Plan plan() {
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    List<Rate> rates = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      rates.add(rate("rate-" + i));
    }
    List<Schedule> schedules = new ArrayList<>();
    for (DayKind day : DayKind.values()) {
      schedules.add(new Schedule(Set.of(CAR), EnumSet.of(day), starts(rates)));
    }
    List<Cap> caps = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      caps.add(cap("cap-" + i, rates));
    }
    PassRule pass =
        new PassRule("pass", NAME, Set.of(CAR), EnumSet.of(someDay(), someDay()), time(), time());
    return new Plan(
        "random",
        1,
        NAME,
        zone,
        "VND",
        0,
        "random",
        LocalDate.of(2010, 1, 1),
        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
        new Plan.Limits(random.nextInt(3) * 600_000L, 900_000, 600_000, 60L * 86_400_000),
        new Rounding(1, Rounding.How.DOWN),
        Map.of(CAR, new ParkingClass(CAR, NAME, 500, 900)),
        schedules,
        caps,
        Map.of("pass", pass),
        Map.of(),
        3);
  }

  private Rate rate(String id) {
    boolean period = random.nextBoolean();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      steps.add(new Step((10L + 5L * random.nextInt(40)) * 60_000, 10L * random.nextInt(20)));
    }
    if (period && random.nextBoolean()) {
      steps.add(new Step(Step.WHOLE_PERIOD, 10L * random.nextInt(50)));
    }
    return new Rate(id, NAME, period ? Rate.Counts.PERIOD : Rate.Counts.STAY, steps, MADE_UP);
  }

  private List<Schedule.Start> starts(List<Rate> rates) {
    Map<LocalTime, Schedule.Start> byTime = new TreeMap<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      LocalTime from = time();
      byTime.put(from, new Schedule.Start(from, rates.get(random.nextInt(rates.size()))));
    }
    return List.copyOf(byTime.values());
  }

  private Cap cap(String id, List<Rate> rates) {
    Cap.Per per = List.of(Cap.Per.values()).get(random.nextInt(4));
    Set<String> some = new TreeSet<>();
    some.add(rates.get(0).id());
    some.add(rates.get(random.nextInt(rates.size())).id());
    return new Cap(
        id,
        NAME,
        Set.of(CAR),
        per,
        some,
        EnumSet.of(someDay(), someDay()),
        50L * random.nextInt(20));
  }

  private DayKind someDay() {
    return List.of(DayKind.values()).get(random.nextInt(3));
  }

  /** Often where clocks change. */
  private LocalTime time() {
    return random.nextBoolean()
        ? LocalTime.of(random.nextInt(4), 15 * random.nextInt(4))
        : LocalTime.of(random.nextInt(24), random.nextInt(60));
  }

  DayCalendar calendar() {
    Map<LocalDate, DayCalendar.Row> rows = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      DayKind kind = random.nextBoolean() ? DayKind.HOLIDAY : DayKind.WORKING;
      rows.put(
          LocalDate.of(2016, 1, 1).plusDays(random.nextInt(900)),
          new DayCalendar.Row(kind, NAME, MADE_UP));
    }
    return new DayCalendar("random", 1, LocalDate.of(2015, 1, 1), LocalDate.of(2020, 1, 1), rows);
  }

  /** From 2016 to 2018, half of them around a change of the clocks. */
  Stay stay(Plan plan, int mostMinutes) {
    Instant entry =
        LocalDate.of(2016, 2, 1)
            .atStartOfDay()
            .toInstant(ZoneOffset.UTC)
            .plusSeconds(60L * random.nextInt(700 * 1_440));
    ZoneOffsetTransition change = plan.zone().getRules().nextTransition(entry);
    if (change != null && random.nextBoolean()) {
      entry = change.getInstant().minusSeconds(60L * random.nextInt(2_000));
    }
    Instant exit = entry.plusSeconds(60L * random.nextInt(mostMinutes));
    LocalDate day = entry.atZone(plan.zone()).toLocalDate();
    List<HeldPass> passes =
        random.nextInt(3) > 0
            ? List.of()
            : List.of(
                new HeldPass(
                    "pass", day.plusDays(random.nextInt(3) - 2), day.plusDays(random.nextInt(3))));
    return new Stay(
        Optional.of(Moment.sure(entry)),
        Moment.sure(exit),
        CAR,
        false,
        passes,
        List.of(),
        List.of());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import io.wayside.core.data.Wording.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What parking costs at a site, as its document says. Amounts are in the currency's smallest unit.
 *
 * @param zone whose local time all windows and days are in
 * @param calendar id of the calendar it is worked out with
 * @param minorDigits decimal digits of the currency: 0 for VND, 2 for EUR
 * @param limits minutes and days
 * @param discountsAtMost so many codes hold at once
 */
public record Plan(
    String id,
    int version,
    Wording title,
    ZoneId zone,
    String currency,
    int minorDigits,
    String calendar,
    LocalDate validFrom,
    Set<DayOfWeek> weekend,
    Limits limits,
    Rounding rounding,
    Map<String, ParkingClass> classes,
    List<Schedule> schedules,
    List<Cap> caps,
    Map<String, PassRule> passes,
    Map<String, Discount> discounts,
    int discountsAtMost) {

  /**
   * Times of the plan.
   *
   * @param graceInMs a stay not longer than this costs nothing
   * @param graceOutMs so long after paying the vehicle may still leave
   * @param clockDoubtMs how far a suspect clock may be off when nobody can say it
   * @param longestMs beyond this nothing more is counted and an attendant is called
   */
  public record Limits(long graceInMs, long graceOutMs, long clockDoubtMs, long longestMs) {}

  public Plan {
    weekend = Set.copyOf(weekend);
    classes = Map.copyOf(classes);
    schedules = List.copyOf(schedules);
    caps = List.copyOf(caps);
    passes = Map.copyOf(passes);
    discounts = Map.copyOf(discounts);
  }

  /** Reads a document of {@code config/tolling}. */
  public static Plan from(Node document) throws GarbledData {
    return new PlanReader(document).plan();
  }

  /** The class of this name. */
  public Optional<ParkingClass> classOf(String vehicleClass) {
    return Optional.ofNullable(classes.get(vehicleClass));
  }

  ParkingClass require(String vehicleClass) {
    return classOf(vehicleClass)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "plan "
                        + id
                        + " has no class \""
                        + vehicleClass
                        + "\"; it has "
                        + String.join(", ", new TreeSet<>(classes.keySet()))));
  }

  /** What the plan calls a rate, cap, class, pass or code; the id itself when it knows no name. */
  public String nameOf(String id, Language language) {
    return Stream.of(
            schedules.stream()
                .flatMap(schedule -> schedule.starts().stream())
                .map(Schedule.Start::rate)
                .filter(rate -> rate.id().equals(id))
                .map(Rate::name),
            caps.stream().filter(cap -> cap.id().equals(id)).map(Cap::name),
            Stream.ofNullable(classes.get(id)).map(ParkingClass::name),
            Stream.ofNullable(passes.get(id)).map(PassRule::name),
            Stream.ofNullable(discounts.get(id)).map(Discount::name))
        .flatMap(names -> names)
        .findFirst()
        .map(name -> name.in(language))
        .orElse(id);
  }

  Schedule schedule(String vehicleClass, DayKind day) {
    return schedules.stream()
        .filter(schedule -> schedule.isFor(vehicleClass, day))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a plan without schedule was read"));
  }
}

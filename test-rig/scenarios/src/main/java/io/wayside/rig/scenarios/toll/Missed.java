// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.data.Value;
import io.wayside.rig.simulators.toll.TrueTag;
import io.wayside.rig.simulators.toll.TrueVehicle;
import io.wayside.rig.simulators.toll.scenario.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Vehicles that were not charged though their tag could be read, counted by why. */
final class Missed {

  /** From the arming loop to the arm at walking pace, about: so long a lane has for a tag. */
  private static final double DRIVE_NANOS = 3e9;

  /** Whether it could have been otherwise. */
  enum Group {
    UNDECIDABLE("undecidable: another truth has the same sightings"),
    LOST("lost: the gateway beside saw what decides it, and then had no power"),
    FAINT("faint: fewer than four replies while one drives through, heard as it stood"),
    DECIDABLE("decidable: the evidence was there");

    private final String words;

    Group(String words) {
      this.words = words;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a vehicle's best tag is heard. */
  private enum Tag {
    GOOD,
    /** Badly mounted. */
    WEAK,
    /** The same, and not four times in the time that a vehicle takes that drives through. */
    FAINT
  }

  /**
   * Why.
   *
   * @param twin whether any decision could have been right
   * @param tag how it is heard
   * @param said what the lane put on record
   */
  private record Cause(Twin twin, Tag tag, String said) {

    Group group() {
      return switch (twin) {
        case ABREAST, DARK -> Group.UNDECIDABLE;
        case LOST -> Group.LOST;
        case NONE -> tag == Tag.FAINT ? Group.FAINT : Group.DECIDABLE;
      };
    }
  }

  private final Map<Cause, Integer> counts = new HashMap<>();

  void add(Ran ran, Collection<Finding> findings) {
    Map<Integer, TrueVehicle> vehicles = new HashMap<>();
    ran.truth().forEach(vehicle -> vehicles.put(vehicle.id(), vehicle));
    for (Finding finding : findings) {
      TrueVehicle vehicle = vehicles.get(finding.vehicle());
      if (finding.lot().missed() && vehicle != null) {
        Twin twin = Twin.of(vehicle, ran.truth(), ran.dark());
        counts.merge(new Cause(twin, tag(vehicle), finding.said()), 1, Integer::sum);
      }
    }
  }

  private static Tag tag(TrueVehicle vehicle) {
    if (!vehicle.tags().stream().allMatch(TrueTag::weak)) {
      return Tag.GOOD;
    }
    int reads = vehicle.tags().stream().mapToInt(tag -> tag.reads(vehicle.lane())).max().orElse(0);
    double lasted = vehicle.reachedNanos().orElse(0) - vehicle.enteredNanos().orElse(0);
    return reads * DRIVE_NANOS < Rule.READABLE * Math.max(lasted, DRIVE_NANOS)
        ? Tag.FAINT
        : Tag.WEAK;
  }

  void add(Missed other) {
    other.counts.forEach((cause, count) -> counts.merge(cause, count, Integer::sum));
  }

  int of(Group group) {
    return counts.entrySet().stream()
        .filter(each -> each.getKey().group() == group)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private List<Map.Entry<Cause, Integer>> mostFirst() {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Cause, Integer>comparingByValue()
                .reversed()
                .thenComparing(each -> each.getKey().toString()))
        .toList();
  }

  /** The groups with their sums, and below each a row for each cause. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Group group : Group.values()) {
      lines.add("%6d  %s".formatted(of(group), group.words));
      for (Map.Entry<Cause, Integer> each : mostFirst()) {
        Cause cause = each.getKey();
        if (cause.group() == group) {
          lines.add(
              "        %6d  %-8s %-5s %s"
                  .formatted(each.getValue(), word(cause.twin()), word(cause.tag()), cause.said()));
        }
      }
    }
    return lines;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  List<Value> json() {
    List<Value> rows = new ArrayList<>();
    mostFirst()
        .forEach(
            each ->
                rows.add(
                    Value.Fields.with("count", each.getValue())
                        .and("group", each.getKey().group().word())
                        .and("twin", word(each.getKey().twin()))
                        .and("tag", word(each.getKey().tag()))
                        .and("said", each.getKey().said())
                        .build()));
    return rows;
  }
}

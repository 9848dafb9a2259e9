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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * One vehicle.
   *
   * @param where scenario, seed and vehicle, as {@code --trace} wants them
   * @param text what was recorded, and what is true
   */
  private record One(Cause cause, Lot lot, String where, String text) {}

  private final List<One> all = new ArrayList<>();

  /** Charged, though no decision could have been right in both worlds: where. */
  private final List<String> lucky = new ArrayList<>();

  void add(String scenario, long seed, Ran ran, Collection<Finding> findings) {
    Map<Integer, TrueVehicle> vehicles = new HashMap<>();
    ran.truth().forEach(vehicle -> vehicles.put(vehicle.id(), vehicle));
    for (Finding finding : findings) {
      TrueVehicle vehicle = vehicles.get(finding.vehicle());
      boolean counts = finding.lot().missed() || finding.lot() == Lot.CHARGED_RIGHT;
      if (!counts || vehicle == null) {
        continue;
      }
      Twin twin = Twin.of(vehicle, ran.truth(), ran.dark());
      String where = "%s seed %d vehicle %d".formatted(scenario, seed, vehicle.id());
      if (!finding.lot().missed()) {
        if (twin == Twin.ABREAST || twin == Twin.DARK) {
          lucky.add(where + " " + word(twin) + ": " + finding.text());
        }
      } else {
        Cause cause = new Cause(twin, tag(vehicle), finding.said());
        all.add(new One(cause, finding.lot(), where, finding.text()));
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

  /** Those that were charged and have a twin, a line for each. */
  List<String> lucky() {
    return List.copyOf(lucky);
  }

  void add(Missed other) {
    all.addAll(other.all);
    lucky.addAll(other.lucky);
  }

  private Stream<One> in(Group group) {
    return all.stream().filter(one -> one.cause().group() == group);
  }

  int of(Group group) {
    return (int) in(group).count();
  }

  int of(Group group, Lot lot) {
    return (int) in(group).filter(one -> one.lot() == lot).count();
  }

  private List<Map.Entry<Cause, Long>> mostFirst() {
    return all.stream()
        .collect(Collectors.groupingBy(One::cause, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(
            Map.Entry.<Cause, Long>comparingByValue()
                .reversed()
                .thenComparing(each -> each.getKey().toString()))
        .toList();
  }

  /** The groups with their sums, and below each a row for each cause. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("   all   held review silent");
    for (Group group : Group.values()) {
      lines.add(
          "%6d %6d %6d %6d  %s"
              .formatted(
                  of(group),
                  of(group, Lot.MISSED_HELD),
                  of(group, Lot.MISSED_FLAGGED),
                  of(group, Lot.MISSED_SILENT),
                  group.words));
      for (Map.Entry<Cause, Long> each : mostFirst()) {
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

  /** The decidable, a line for each. */
  List<String> decidable() {
    return in(Group.DECIDABLE).map(one -> one.where() + ": " + one.text()).toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Each cause with its number. */
  List<Value> causes() {
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

  /** Each vehicle. */
  List<Value> passages() {
    List<Value> rows = new ArrayList<>();
    for (One one : all) {
      rows.add(
          Value.Fields.with("where", one.where())
              .and("lot", one.lot().word())
              .and("group", one.cause().group().word())
              .and("twin", word(one.cause().twin()))
              .and("tag", word(one.cause().tag()))
              .and("text", one.text())
              .build());
    }
    return rows;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.data.Value;
import io.wayside.rig.simulators.toll.TrueTag;
import io.wayside.rig.simulators.toll.TrueVehicle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Vehicles that were not charged though their tag could be read, counted by why. */
final class Missed {

  /**
   * Why.
   *
   * @param twin whether any decision could have been right
   * @param weak its tag is badly mounted
   * @param said what the lane put on record
   */
  private record Cause(Twin twin, boolean weak, String said) {}

  private final Map<Cause, Integer> counts = new HashMap<>();

  void add(Ran ran, Collection<Finding> findings) {
    Map<Integer, TrueVehicle> vehicles = new HashMap<>();
    ran.truth().forEach(vehicle -> vehicles.put(vehicle.id(), vehicle));
    for (Finding finding : findings) {
      TrueVehicle vehicle = vehicles.get(finding.vehicle());
      if (finding.lot().missed() && vehicle != null) {
        Twin twin = Twin.of(vehicle, ran.truth(), ran.dark());
        boolean weak = vehicle.tags().stream().allMatch(TrueTag::weak);
        counts.merge(new Cause(twin, weak, finding.said()), 1, Integer::sum);
      }
    }
  }

  void add(Missed other) {
    other.counts.forEach((cause, count) -> counts.merge(cause, count, Integer::sum));
  }

  /** How many of those with such a twin. */
  int of(Twin twin) {
    return counts.entrySet().stream()
        .filter(each -> each.getKey().twin() == twin)
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

  /** A row each. */
  List<String> lines() {
    return mostFirst().stream()
        .map(
            each ->
                "%6d  %-8s %-5s %s"
                    .formatted(
                        each.getValue(),
                        word(each.getKey().twin()),
                        each.getKey().weak() ? "weak" : "good",
                        each.getKey().said()))
        .toList();
  }

  private static String word(Twin twin) {
    return twin.name().toLowerCase(Locale.ROOT);
  }

  List<Value> json() {
    List<Value> rows = new ArrayList<>();
    mostFirst()
        .forEach(
            each ->
                rows.add(
                    Value.Fields.with("count", each.getValue())
                        .and("twin", word(each.getKey().twin()))
                        .and("weak", each.getKey().weak())
                        .and("said", each.getKey().said())
                        .build()));
    return rows;
  }
}

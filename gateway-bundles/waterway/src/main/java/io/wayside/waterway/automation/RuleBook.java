// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A document of rules for one light.
 *
 * @param id its name
 * @param rules in the order in which they have the light
 * @param clearance under a bridge, where it is to be shown
 */
public record RuleBook(
    String id,
    int version,
    Wording title,
    ZoneId zone,
    List<Rule> rules,
    Optional<Clearance> clearance) {

  public RuleBook {
    rules = List.copyOf(rules);
  }

  /** Gauges that it asks, as {@code DEVICE/STATION}. */
  public Set<String> gauges() {
    Set<String> gauges = new LinkedHashSet<>();
    for (Rule rule : rules) {
      if (rule instanceof LevelRule level) {
        gauges.add(level.gauge());
      }
    }
    clearance.ifPresent(shown -> gauges.add(shown.gauge()));
    return gauges;
  }

  public static RuleBook from(Node document) throws GarbledData {
    return new RuleReader(document).book();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.waterway.automation.RuleBook;
import io.wayside.waterway.control.AllowedCharacters;
import io.wayside.waterway.control.Limits;
import io.wayside.waterway.control.Repertoire;
import io.wayside.waterway.synchrony.SyncRules;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How the light of an aid may be ordered about.
 *
 * @param aid as its streams are named
 * @param target under which commands reach it
 * @param period of the published character
 * @param rules that have the light while nobody orders otherwise
 * @param sync by what the lantern is to flash in step with UTC; empty where it is not
 */
record AidControlSettings(
    String aid,
    String target,
    Limits limits,
    Duration period,
    Repertoire repertoire,
    AllowedCharacters allowed,
    Optional<RuleBook> rules,
    Optional<SyncRules> sync) {

  /** Gauges that the rules ask, as {@code DEVICE/STATION}. */
  Set<String> gauges() {
    return rules.map(RuleBook::gauges).orElse(Set.of());
  }
}

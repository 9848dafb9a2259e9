// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import java.util.List;

/**
 * What a run showed.
 *
 * @param falseAlarms alarms that no fault excuses
 * @param silences of aids that are well, while the air took report after report: true, and no alarm
 *     about the aid itself
 * @param unexplained answers without a reason
 */
record WaterResult(
    List<Finding> findings,
    List<Answer> falseAlarms,
    List<Answer> silences,
    List<Answer> unexplained) {

  WaterResult {
    findings = List.copyOf(findings);
    falseAlarms = List.copyOf(falseAlarms);
    silences = List.copyOf(silences);
    unexplained = List.copyOf(unexplained);
  }

  /** Faults that could be seen and were not found in time. */
  List<Finding> late() {
    return findings.stream().filter(Finding::couldBeSeen).filter(each -> !each.inTime()).toList();
  }

  boolean good() {
    return late().isEmpty() && falseAlarms.isEmpty() && unexplained.isEmpty();
  }
}

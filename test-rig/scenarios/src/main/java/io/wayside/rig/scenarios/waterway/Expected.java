// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import io.wayside.rig.simulators.water.FaultKind;
import java.util.Map;
import java.util.Set;

/**
 * What a watcher must say of a fault, and what else the fault excuses.
 *
 * @param question which answer must change
 * @param states any of these will do
 * @param excused states that come of the fault as well, by question
 */
record Expected(Question question, Set<String> states, Map<Question, Set<String>> excused) {

  private static final Set<String> DARK = Set.of("dark");
  private static final Set<String> GONE = Set.of("off-station", "adrift");
  private static final Set<String> WEAK = Set.of("low", "flat");
  private static final Set<String> HIT = Set.of("struck", "tilted");
  private static final Set<String> SILENT = Set.of("silent");

  static Expected of(FaultKind kind) {
    return switch (kind) {
      case LAMP_DEAD -> plain(Question.LIGHT, Set.of("dark", "reduced"));
      case LAMP_WEAK -> plain(Question.LIGHT, Set.of("reduced"));
      case WRONG_RHYTHM -> plain(Question.LIGHT, Set.of("wrong-rhythm"));
      case DAY_BURNER -> plain(Question.LIGHT, Set.of("day-burning"));
      case PHOTOCELL_SAYS_DAY -> plain(Question.LIGHT, DARK);
      case BATTERY_WORN, PANEL_GONE ->
          new Expected(Question.POWER, WEAK, Map.of(Question.LIGHT, DARK));
      case MOORING_PARTED, DRAGGED -> plain(Question.PLACE, GONE);
      case STOLEN ->
          new Expected(
              Question.PLACE,
              Set.of("adrift"),
              Map.of(Question.PLACE, GONE, Question.TELEMETRY, SILENT));
      case STRUCK -> plain(Question.BODY, HIT);
      case DOOR_OPENED -> plain(Question.BODY, Set.of("door-open"));
      case TRANSPONDER_DEAD -> plain(Question.TELEMETRY, SILENT);
      case GNSS_FAILED -> plain(Question.PLACE, Set.of("unknown"));
    };
  }

  boolean excuses(Question asked, String state) {
    return (asked == question && states.contains(state))
        || excused.getOrDefault(asked, Set.of()).contains(state);
  }

  private static Expected plain(Question question, Set<String> states) {
    return new Expected(question, states, Map.of());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import io.wayside.rig.simulators.water.Charted;
import io.wayside.rig.simulators.water.FaultKind;
import io.wayside.waterway.watch.Delays;
import io.wayside.waterway.watch.WatchRules;
import java.time.Duration;

/** Within what time docs/aids.md says that a fault is found. */
final class Stated {

  /** Monitoring comes every six minutes, places every three; the air takes some of both. */
  private static final Duration REPORTS = Duration.ofMinutes(6);

  private Stated() {}

  static Duration delay(FaultKind kind, Charted charted) {
    int periodMs = WatchedAid.rhythm(charted.phasesMs()).periodMs();
    Delays delays = WatchRules.usual(WatchedAid.aid(charted), periodMs).delays(REPORTS.toNanos());
    return Duration.ofNanos(
        switch (kind) {
          case LAMP_DEAD, PHOTOCELL_SAYS_DAY ->
              charted.lightInput() ? delays.darkBySight() : delays.darkByWord();
          case LAMP_WEAK -> delays.reducedBySight();
          case WRONG_RHYTHM -> delays.rhythmBySight();
          case DAY_BURNER -> delays.dayBurning();
          case BATTERY_WORN, PANEL_GONE -> delays.low();
          case STOLEN -> delays.adrift();
          case MOORING_PARTED, DRAGGED -> delays.nearlyOff();
          case STRUCK, DOOR_OPENED -> delays.body();
          case TRANSPONDER_DEAD -> delays.silent();
          case GNSS_FAILED -> delays.unknown();
        });
  }
}

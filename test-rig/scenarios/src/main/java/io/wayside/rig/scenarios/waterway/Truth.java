// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import io.wayside.rig.simulators.water.Charted;
import io.wayside.rig.simulators.water.Fault;
import io.wayside.rig.simulators.water.Field;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Keeps, minute by minute, from when each fault could be seen by who knows where to look. */
final class Truth {

  /** Dusk and dawn are argued about; nobody argues with the sun this far from the horizon. */
  private static final double SURELY_DEG = 5;

  /** Beyond its swing by more than receivers err. */
  private static final double SURELY_AWAY_M = 35;

  /** A battery that will not last so long without sun is low. */
  private static final double LOW_DAYS = 3;

  private final List<Charted> aids;
  private final List<Fault> faults;
  private final double[] visibleS;

  Truth(List<Charted> aids, List<Fault> faults) {
    this.aids = aids;
    this.faults = faults;
    this.visibleS = new double[faults.size()];
    Arrays.fill(visibleS, Double.NaN);
  }

  void minute(Field field, double second) {
    double sun = field.sky().elevationDeg(second);
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      if (fault.at(second) && Double.isNaN(visibleS[i]) && shows(fault, field, second, sun)) {
        visibleS[i] = second;
      }
    }
  }

  private boolean shows(Fault fault, Field field, double second, double sun) {
    return switch (fault.kind()) {
      case LAMP_DEAD, PHOTOCELL_SAYS_DAY -> sun < -SURELY_DEG && later(fault, field, second) < 0;
      case LAMP_WEAK, WRONG_RHYTHM ->
          sun < -SURELY_DEG && later(fault, field, second) < 0 && field.burns(fault.aid(), second);
      case DAY_BURNER ->
          sun > SURELY_DEG
              && later(fault, field, second) > SURELY_DEG
              && field.burns(fault.aid(), second);
      case MOORING_PARTED, DRAGGED, STOLEN -> {
        Charted aid = aids.get(fault.aid());
        double depth = Math.max(0, aid.depthM() + field.river().levelM(second));
        double room = aid.mooringM() * aid.mooringM() - depth * depth;
        yield field.awayM(fault.aid()) > Math.sqrt(Math.max(0, room)) + SURELY_AWAY_M;
      }
      case BATTERY_WORN, PANEL_GONE -> field.daysLeft(fault.aid()) < LOW_DAYS;
      case STRUCK, DOOR_OPENED, TRANSPONDER_DEAD, GNSS_FAILED -> true;
    };
  }

  /** Where the sun stands when the fault is to be found: half an hour of night shows nothing. */
  private double later(Fault fault, Field field, double second) {
    long stated = Stated.delay(fault.kind(), aids.get(fault.aid())).toSeconds();
    return field.sky().elevationDeg(second + stated);
  }

  OptionalDouble visibleS(int fault) {
    return Double.isNaN(visibleS[fault])
        ? OptionalDouble.empty()
        : OptionalDouble.of(visibleS[fault]);
  }
}

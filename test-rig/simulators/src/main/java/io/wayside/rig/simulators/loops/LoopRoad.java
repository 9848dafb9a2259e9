// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.loops;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A lane with two loops and axle sensors, seen from the leading edge of the first loop's zone.
 *
 * @param spacingM to the leading edge of the second loop's zone
 * @param zoneM effective length of either zone
 * @param piezosM places of the axle sensors
 */
public record LoopRoad(double spacingM, double zoneM, List<Double> piezosM) {

  /** How long an axle presses on a sensor. */
  private static final double STRIKE_S = 0.008;

  public LoopRoad {
    piezosM = List.copyOf(piezosM);
  }

  /** Everything the contacts say of one vehicle, without noise; backwards driving too. */
  public List<Closing> closings(LoopVehicle vehicle, boolean backwards) {
    List<Closing> closings = new ArrayList<>();
    closings.addAll(presences("lead", vehicle, 0, backwards));
    closings.addAll(presences("trail", vehicle, spacingM, backwards));
    for (int i = 0; i < piezosM.size(); i++) {
      double axleM = vehicle.firstAxleM();
      for (int axle = 0; axle <= vehicle.spacingsM().size(); axle++) {
        double placeM = mirrored(piezosM.get(i), backwards);
        for (double s : vehicle.drive().timesAt(placeM + axleM)) {
          closings.add(new Closing("piezo-" + (i + 1), s, s + STRIKE_S));
        }
        axleM += axle < vehicle.spacingsM().size() ? vehicle.spacingsM().get(axle) : 0;
      }
    }
    closings.sort(Comparator.comparingDouble(Closing::fromS));
    return closings;
  }

  /** One that drives backwards through the lane meets everything from the other end. */
  private double mirrored(double placeM, boolean backwards) {
    return backwards ? spacingM + zoneM - placeM : placeM;
  }

  private List<Closing> presences(
      String channel, LoopVehicle vehicle, double placeM, boolean backwards) {
    double beginM = backwards ? mirrored(placeM, true) - zoneM : placeM;
    double endM = beginM + zoneM + vehicle.lengthM();
    List<Double> times =
        Stream.concat(
                vehicle.drive().timesAt(beginM).stream(), vehicle.drive().timesAt(endM).stream())
            .sorted()
            .toList();
    List<Closing> closings = new ArrayList<>();
    for (int i = 0; i + 1 < times.size(); i++) {
      double frontM = vehicle.drive().atM((times.get(i) + times.get(i + 1)) / 2);
      if (frontM > beginM && frontM < endM) {
        closings.add(new Closing(channel, times.get(i), times.get(i + 1)));
      }
    }
    return joined(closings);
  }

  private static List<Closing> joined(List<Closing> closings) {
    List<Closing> joined = new ArrayList<>();
    for (Closing next : closings) {
      Closing last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && next.fromS() - last.toS() < 1e-9) {
        joined.set(joined.size() - 1, new Closing(last.channel(), last.fromS(), next.toS()));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  /** A contact that is closed for a while. */
  public record Closing(String channel, double fromS, double toS) {}
}

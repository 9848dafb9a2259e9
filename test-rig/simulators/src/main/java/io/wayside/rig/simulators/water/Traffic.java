// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/** Vessels that go up and down the reach and say so. */
final class Traffic {

  private static final double A_MINUTE = 0.03;
  private static final int PLACE_EVERY_S = 30;

  /** Hands on a message and when it is sent, in milliseconds. */
  interface Sender {
    void send(SixBits bits, long atMs);
  }

  private record Vessel(int mmsi, double fromS, boolean downstream, double mps, double acrossM) {
    double alongM(double seconds) {
      double gone = (seconds - fromS) * mps;
      return downstream ? gone - 3_000 : 12_000 - gone;
    }

    boolean gone(double seconds) {
      return (seconds - fromS) * mps > 15_000;
    }
  }

  private final SplittableRandom random;
  private final List<Vessel> vessels = new ArrayList<>();
  private int count;

  Traffic(SplittableRandom random) {
    this.random = random;
  }

  void minute(int minute, Sender sender) {
    int second = minute * 60;
    if (random.nextDouble() < A_MINUTE) {
      count++;
      double mps = 1.5 + 4 * random.nextDouble();
      double across = (random.nextDouble() - 0.5) * 200;
      vessels.add(
          new Vessel(574_000_000 + count % 9_000, second, random.nextBoolean(), mps, across));
    }
    for (Iterator<Vessel> each = vessels.iterator(); each.hasNext(); ) {
      Vessel vessel = each.next();
      if (vessel.gone(second)) {
        each.remove();
        continue;
      }
      for (int at = second; at < second + 60; at += PLACE_EVERY_S) {
        say(vessel, at, sender);
      }
      if (minute % 6 == 0) {
        sender.send(
            Talk.vesselKind(vessel.mmsi(), "VESSEL " + vessel.mmsi(), 70, 40, 12, 4, 5),
            second * 1_000L + 200);
      }
    }
  }

  private static void say(Vessel vessel, int second, Sender sender) {
    double river = Math.toRadians(Reach.RIVER_DEG);
    double along = vessel.alongM(second);
    double north = along * Math.cos(river) - vessel.acrossM() * Math.sin(river);
    double east = along * Math.sin(river) + vessel.acrossM() * Math.cos(river);
    double course = vessel.downstream() ? Reach.RIVER_DEG : (Reach.RIVER_DEG + 180) % 360;
    sender.send(
        Talk.vesselPlace(
            vessel.mmsi(),
            Reach.LATITUDE_DEG + north / Reach.METRES_A_DEGREE,
            Reach.LONGITUDE_DEG + east / Reach.metresADegreeEast(),
            vessel.mps() / 0.514444,
            course),
        second * 1_000L + 100);
  }
}

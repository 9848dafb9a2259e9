// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.SplittableRandom;

/** Where a buoy floats, east and north of where its sinker was laid, in metres. */
final class Swing {

  private static final double SETTLES_S = 240;

  private final double lengthM;
  private final double depthM;
  private final double riverDeg;
  private final SplittableRandom random;
  private double eastM;
  private double northM;
  private double sinkerEastM;
  private double sinkerNorthM;
  private double lastS;
  private boolean loose;
  private double towMps;

  /**
   * A buoy.
   *
   * @param lengthM of the mooring; 0 stands on the ground
   * @param depthM at the sinker when the gauge stands at zero
   * @param riverDeg where downstream is, from true north
   */
  Swing(double lengthM, double depthM, double riverDeg, SplittableRandom random) {
    this.lengthM = lengthM;
    this.depthM = depthM;
    this.riverDeg = riverDeg;
    this.random = random;
  }

  void step(double seconds, double currentMps, double windMps, double levelM) {
    double gone = seconds - lastS;
    lastS = seconds;
    if (lengthM == 0 || gone <= 0) {
      return;
    }
    double downEast = Math.sin(Math.toRadians(riverDeg));
    double downNorth = Math.cos(Math.toRadians(riverDeg));
    if (loose) {
      double along = towMps == 0 ? currentMps : towMps;
      eastM += (along * downEast + 0.01 * windMps) * gone;
      northM += along * downNorth * gone;
      return;
    }
    double depth = Math.max(0, depthM + levelM);
    double reach = depth >= lengthM ? 0 : Math.sqrt(lengthM * lengthM - depth * depth);
    double pull = currentMps * Math.abs(currentMps);
    double pullEast = pull * downEast + 0.0004 * windMps * windMps;
    double pullNorth = pull * downNorth;
    double force = Math.hypot(pullEast, pullNorth);
    double share = Math.min(1, force / 0.02);
    double share2 = 1 - Math.exp(-gone / SETTLES_S);
    double wantEast = force == 0 ? 0 : reach * share * pullEast / force;
    double wantNorth = force == 0 ? 0 : reach * share * pullNorth / force;
    double toss = 0.02 * windMps;
    eastM += (sinkerEastM + wantEast - eastM) * share2 + toss * random.nextGaussian();
    northM += (sinkerNorthM + wantNorth - northM) * share2 + toss * random.nextGaussian();
    holdWithin(reach);
  }

  private void holdWithin(double reach) {
    double fromSinker = Math.hypot(eastM - sinkerEastM, northM - sinkerNorthM);
    if (fromSinker > reach) {
      eastM = sinkerEastM + (eastM - sinkerEastM) * reach / fromSinker;
      northM = sinkerNorthM + (northM - sinkerNorthM) * reach / fromSinker;
    }
  }

  /** The mooring parts; the buoy goes with the water, or with who tows it at a speed. */
  void loosen(double towMps) {
    loose = true;
    this.towMps = towMps;
  }

  /** The sinker is dragged to elsewhere. */
  void drag(double eastM, double northM) {
    sinkerEastM = eastM;
    sinkerNorthM = northM;
    this.eastM = eastM;
    this.northM = northM;
  }

  /** A crew lays it anew where the chart has it. */
  void layAnew() {
    loose = false;
    towMps = 0;
    drag(0, 0);
  }

  double eastM() {
    return eastM;
  }

  double northM() {
    return northM;
  }
}

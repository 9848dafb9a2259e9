// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.radio;

/**
 * An antenna over a lane that looks against the traffic and down.
 *
 * @param port of the reader, from 1
 * @param at where it hangs
 * @param downDeg how far below the horizon it looks
 * @param gainDbi in the middle of its beam
 * @param beamDeg full angle at which the gain is halved
 */
public record Antenna(int port, Point at, double downDeg, double gainDbi, double beamDeg) {

  /** Beside the beam there are side lobes. */
  private static final double SIDE_LOBES_DB = 25;

  /** Gain towards a place: falls with the square of the angle, in dB, to that of the side lobes. */
  public double gainDbiTowards(Point place) {
    double down = Math.toRadians(downDeg);
    double dx = place.xM() - at.xM();
    double dy = place.yM() - at.yM();
    double dz = place.zM() - at.zM();
    double ahead = -dx * Math.cos(down) - dz * Math.sin(down);
    double distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double offDeg = Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, ahead / distance))));
    double half = offDeg / beamDeg;
    return gainDbi - Math.min(SIDE_LOBES_DB, 12 * half * half);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

/**
 * How daylight changes.
 *
 * @param cloudS how long a cloud takes about; 0 for none
 * @param depth how much of the sun a cloud takes
 * @param switchEveryS at these moments the light changes at once, as by a lamp; 0 for never
 */
public record Drift(double cloudS, double depth, double switchEveryS, long seed) {

  /** Light that does not change. */
  public static Drift none() {
    return new Drift(0, 0, 0, 0);
  }

  double sunAt(double timeS) {
    return 1 - depth * cloud(timeS);
  }

  double skyAt(double timeS) {
    double step = switchEveryS > 0 && ((long) (timeS / switchEveryS)) % 2 == 1 ? 1.35 : 1;
    return step * (1 - 0.2 * depth * cloud(timeS));
  }

  private double cloud(double timeS) {
    if (cloudS == 0) {
      return 0;
    }
    double raw = new Noise(seed + 6).octaves(timeS / cloudS, 0.7, 2);
    return Math.max(0, Math.min(1, (raw - 0.35) * 4));
  }
}

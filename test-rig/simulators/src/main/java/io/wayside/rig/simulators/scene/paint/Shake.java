// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

/**
 * How far the pole has turned the camera: wind in gusts, and a blow now and then as of a passing
 * lorry.
 *
 * @param strengthPx of a strong gust, in pixels of a picture 640 wide
 */
public record Shake(double strengthPx, long seed) {

  private static final double BLOW_EVERY_S = 23;
  private static final double BLOW_FADES_S = 0.9;

  /** Where the picture lies at a moment. */
  record Shift(double xPx, double yPx, double rollRad) {}

  Shift at(double timeS, double widthPx) {
    if (strengthPx == 0) {
      return new Shift(0, 0, 0);
    }
    Noise noise = new Noise(seed + 3);
    double gust = Math.max(0.12, 2.2 * noise.octaves(timeS / 6, 0.3, 3) - 0.7);
    double x = gust * (0.6 * wave(timeS, 2.3, 0) + 0.5 * (noise.at(timeS * 3, 5) - 0.5));
    double y = gust * (0.4 * wave(timeS, 3.1, 1) + 0.3 * (noise.at(timeS * 4, 9) - 0.5));
    double since = timeS % BLOW_EVERY_S;
    double blow = timeS < BLOW_EVERY_S ? 0 : Math.exp(-since / BLOW_FADES_S);
    y += 0.9 * blow * Math.sin(2 * Math.PI * 4.1 * since);
    x += 0.4 * blow * Math.sin(2 * Math.PI * 2.9 * since);
    double scale = strengthPx * widthPx / 640;
    return new Shift(scale * x, scale * y, 0.0012 * gust * wave(timeS, 1.3, 2) * strengthPx / 2);
  }

  private static double wave(double timeS, double hertz, double phase) {
    return Math.sin(2 * Math.PI * hertz * timeS + phase) * Math.cos(0.37 * timeS + 1.7 * phase);
  }
}

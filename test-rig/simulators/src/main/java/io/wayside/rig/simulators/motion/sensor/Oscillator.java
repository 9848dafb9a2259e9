// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

/**
 * A mass on a spring and a damper that follows a force, scaled so that it shows the force itself at
 * rest. Bilinear, with the frequency kept true.
 */
final class Oscillator {
  private final double b;
  private final double a1;
  private final double a2;
  private double in1;
  private double in2;
  private double out1;
  private double out2;

  Oscillator(double naturalHz, double dampingRatio, double rateHz) {
    if (!(naturalHz > 0 && naturalHz < rateHz / 2)) {
      throw new IllegalArgumentException(
          "Oscillator: " + naturalHz + " Hz sampled at " + rateHz + " Hz; sample faster");
    }
    double w = Math.tan(Math.PI * naturalHz / rateHz);
    double norm = 1 + 2 * dampingRatio * w + w * w;
    this.b = w * w / norm;
    this.a1 = 2 * (w * w - 1) / norm;
    this.a2 = (1 - 2 * dampingRatio * w + w * w) / norm;
  }

  double next(double force) {
    double out = b * (force + 2 * in1 + in2) - a1 * out1 - a2 * out2;
    in2 = in1;
    in1 = force;
    out2 = out1;
    // an end to the ringing, before numbers become so small that a processor slows down
    out1 = Math.abs(out) < 1e-30 ? 0 : out;
    return out;
  }
}

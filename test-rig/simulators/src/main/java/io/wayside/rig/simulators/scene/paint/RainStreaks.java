// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import java.util.Random;

/** Drops that fall before the lens, and those that splash on the road. */
final class RainStreaks {

  private final double rain;

  RainStreaks(double rain) {
    this.rain = rain;
  }

  /**
   * Draws those of one picture.
   *
   * @param level of the light they scatter
   */
  void draw(Canvas canvas, Random random, double level) {
    int streaks = (int) (rain * canvas.width * canvas.height / 700);
    double slant = 0.12;
    for (int k = 0; k < streaks; k++) {
      double near = random.nextDouble() * random.nextDouble();
      double length = canvas.height * (0.025 + 0.1 * near);
      double x = random.nextDouble() * canvas.width;
      double y = random.nextDouble() * (canvas.height + length) - length;
      double strength = level * (0.05 + 0.14 * near);
      for (int step = 0; step < length; step++) {
        int px = (int) (x + slant * step);
        int py = (int) (y + step);
        if (px >= 0 && px < canvas.width && py >= 0 && py < canvas.height) {
          double s = strength * Math.sin(Math.PI * (step + 0.5) / length);
          canvas.add(py * canvas.width + px, s, s, s * 1.05);
        }
      }
    }
    int splashes = (int) (rain * canvas.width * canvas.height / 900);
    for (int k = 0; k < splashes; k++) {
      int i = random.nextInt(canvas.width * canvas.height - 1);
      double s = level * 0.12 * random.nextDouble();
      canvas.add(i, s, s, s);
      canvas.add(i + 1, s / 2, s / 2, s / 2);
    }
  }
}

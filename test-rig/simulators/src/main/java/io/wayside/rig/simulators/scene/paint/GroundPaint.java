// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

/** What the ground is made of at each place, as shares of light it sends back. */
final class GroundPaint {

  private static final double KERB_M = 0.28;
  private static final double PAVEMENT_M = 3.2;
  private static final double LINE_HALF_M = 0.075;
  private static final double DASH_M = 3;
  private static final double DASH_EVERY_M = 8;

  private final RoadPlan road;
  private final Noise noise;
  private final double wear;

  GroundPaint(RoadPlan road, long seed) {
    this.road = road;
    this.noise = new Noise(seed);
    this.wear = 0.25 + 0.3 * noise.at(0.5, 0.5);
  }

  boolean isRoad(double x) {
    return x > road.leftM() && x < road.rightM();
  }

  /** Red, green, blue at a place. */
  double[] at(double x, double y) {
    double beside = Math.max(road.leftM() - x, x - road.rightM());
    if (beside < 0) {
      return asphalt(x, y);
    }
    if (beside < KERB_M) {
      double joint = frac(y / 1.0) < 0.04 ? 0.6 : 1;
      return grey(joint * (0.24 + 0.08 * noise.octaves(x * 4, y * 2, 3)), 1.02, 1, 0.95);
    }
    if (beside < PAVEMENT_M) {
      boolean joint = frac(x / 0.5) < 0.07 || frac(y / 0.5) < 0.07;
      double tile = noise.at(Math.floor(x / 0.5) * 7.3, Math.floor(y / 0.5) * 5.1);
      double dirt = noise.octaves(x * 0.7, y * 0.7, 3);
      return grey((joint ? 0.1 : 0.17 + 0.06 * tile) * (0.7 + 0.6 * dirt), 1.1, 1, 0.9);
    }
    double grass = noise.octaves(x * 0.9, y * 0.9, 5);
    double fine = noise.octaves(x * 9, y * 9, 2);
    return grass > 0.45
        ? new double[] {0.05 + 0.05 * fine, 0.08 + 0.07 * fine, 0.025 + 0.02 * fine}
        : grey(0.1 + 0.1 * fine, 1.2, 1, 0.75);
  }

  private double[] asphalt(double x, double y) {
    double base = 0.085 + 0.035 * noise.octaves(x * 0.35, y * 0.08, 3);
    double grain = 0.75 + 0.5 * noise.at(x * 45, y * 45);
    double patch = noise.at(x * 0.22 + 40, y * 0.11) > 0.72 ? 0.72 : 1;
    boolean old = noise.at(x * 0.15 + 70, y * 0.07) > 0.55;
    boolean crack = old && Math.abs(noise.octaves(x * 0.5 + 9, y * 0.35, 4) - 0.5) < 0.004;
    double shade = base * grain * patch * (crack ? 0.55 : 1) * track(x);
    double paint = lineAt(x, y);
    double worn = noise.octaves(x * 6, y * 6, 3) > wear ? 1 : 0.6;
    if (paint > 0) {
      return mixed(shade, 0.62 * worn, new double[] {1, 1, 0.97});
    }
    if (paint < 0) {
      return mixed(shade, 0.5 * worn, new double[] {1, 0.68, 0.12});
    }
    return grey(shade, 1, 1, 1.03);
  }

  /** Oil in the middle of lanes, rubber where wheels run. */
  private double track(double x) {
    double lane = frac((x - road.leftM()) / 3.5) - 0.5;
    double oil = 0.12 * Math.exp(-lane * lane / 0.004);
    double wheels = 0.1 * Math.exp(-(Math.abs(lane) - 0.24) * (Math.abs(lane) - 0.24) / 0.003);
    return 1 - oil - wheels;
  }

  /** 1 on a white line, -1 on a yellow one. */
  private int lineAt(double x, double y) {
    for (double dash : road.dashesM()) {
      if (Math.abs(x - dash) < LINE_HALF_M && frac(y / DASH_EVERY_M) < DASH_M / DASH_EVERY_M) {
        return 1;
      }
    }
    double edge = Math.min(x - road.leftM(), road.rightM() - x);
    if (Math.abs(edge - 0.35) < LINE_HALF_M) {
      return 1;
    }
    double middle = Math.abs(x - road.middleM());
    return middle > 0.08 && middle < 0.22 ? -1 : 0;
  }

  private static double[] mixed(double shade, double share, double[] paint) {
    return new double[] {
      shade + share * (paint[0] - shade),
      shade + share * (paint[1] - shade),
      shade + share * (paint[2] - shade)
    };
  }

  private static double[] grey(double level, double red, double green, double blue) {
    return new double[] {level * red, level * green, level * blue};
  }

  private static double frac(double x) {
    return x - Math.floor(x);
  }
}

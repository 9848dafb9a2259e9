// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.traffic;

import io.wayside.rig.simulators.scene.shape.VehicleKind;

/** The intelligent driver model (Treiber, Hennecke, Helbing 2000). */
final class Following {

  private static final double COMFORTABLE_BRAKING_MPS2 = 2;
  private static final double HARDEST_BRAKING_MPS2 = 7;

  private Following() {}

  /**
   * Acceleration behind something.
   *
   * @param gapM to it; without bound when the road is free
   * @param aheadMps its speed in the same direction
   */
  static double mps2(Mover mover, double gapM, double aheadMps) {
    VehicleKind kind = mover.body().kind();
    double most = most(kind);
    double headway = kind == VehicleKind.MOTORCYCLE ? 0.8 : 1.2;
    double jam = kind == VehicleKind.MOTORCYCLE ? 0.7 : 1.6;
    double v = mover.speedMps();
    double free = 1 - Math.pow(v / mover.wishMps(), 4);
    double wanted =
        jam
            + Math.max(
                0,
                v * headway
                    + v * (v - aheadMps) / (2 * Math.sqrt(most * COMFORTABLE_BRAKING_MPS2)));
    double gap = Math.max(gapM, 0.05);
    double held = Double.isInfinite(gap) ? 0 : wanted / gap * (wanted / gap);
    return Math.max(-HARDEST_BRAKING_MPS2, most * (free - held));
  }

  private static double most(VehicleKind kind) {
    return switch (kind) {
      case MOTORCYCLE -> 2.2;
      case CAR -> 1.8;
      case VAN -> 1.4;
      default -> 0.9;
    };
  }
}

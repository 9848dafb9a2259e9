// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

/**
 * One axle as a quarter-car, both wheels together.
 *
 * @param sprungKg body mass that it carries
 * @param unsprungKg mass of axle, wheels and hubs
 * @param springNPerM suspension stiffness ks
 * @param tyreNPerM tyre stiffness kt
 * @param damperNsPerM suspension damping cs
 * @param frictionShare Coulomb friction of the leaves as a share of the static spring load, 0 for
 *     air and coil
 */
public record Springs(
    double sprungKg,
    double unsprungKg,
    double springNPerM,
    double tyreNPerM,
    double damperNsPerM,
    double frictionShare) {
  /** The gravity by which masses become loads, m/s2. */
  public static final double GRAVITY_MPS2 = 9.80665;

  /** Refuses masses and stiffnesses that no axle has. */
  public Springs {
    if (!(sprungKg > 0 && unsprungKg > 0 && springNPerM > 0 && tyreNPerM > 0)) {
      throw new IllegalArgumentException(
          "Axle: sprung "
              + sprungKg
              + " kg, unsprung "
              + unsprungKg
              + " kg, springs "
              + springNPerM
              + " and "
              + tyreNPerM
              + " N/m; all must be positive");
    }
  }

  /** Static load on the road. */
  public double staticN() {
    return (sprungKg + unsprungKg) * GRAVITY_MPS2;
  }

  /** Friction that must be overcome before the leaves move. */
  double frictionN() {
    return frictionShare * sprungKg * GRAVITY_MPS2;
  }

  /** The same without friction, as the tables of frequencies assume. */
  public Springs frictionless() {
    return withFriction(0);
  }

  /** The same with another share of friction. */
  public Springs withFriction(double share) {
    return new Springs(sprungKg, unsprungKg, springNPerM, tyreNPerM, damperNsPerM, share);
  }
}

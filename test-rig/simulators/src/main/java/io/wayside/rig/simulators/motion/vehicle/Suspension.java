// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

/**
 * Kinds of axle by suspension. Each has one set at its rated load, put together from published
 * ranges; other sizes are scaled with the rating, other loads by the powers that lead from a
 * trailer axle of 8 t to the same axle with 2.2 t.
 *
 * @param name what it is called in messages
 * @param rated the set at the rated load of the reference axle
 */
public record Suspension(String name, Springs rated) {
  /** See the table in the rig's page. */
  public static final Suspension STEER_LEAF =
      new Suspension("STEER_LEAF", new Springs(5900, 600, 0.5e6, 1.6e6, 18e3, 0.08));

  /** See the table in the rig's page. */
  public static final Suspension DRIVE_LEAF =
      new Suspension("DRIVE_LEAF", new Springs(8900, 1100, 1.0e6, 3.4e6, 30e3, 0.10));

  /** See the table in the rig's page. */
  public static final Suspension DRIVE_AIR =
      new Suspension("DRIVE_AIR", new Springs(8900, 1100, 0.6e6, 3.4e6, 40e3, 0));

  /** See the table in the rig's page. */
  public static final Suspension TRAILER_LEAF =
      new Suspension("TRAILER_LEAF", new Springs(7200, 800, 1.4e6, 3.2e6, 20e3, 0.12));

  /** See the table in the rig's page. */
  public static final Suspension TRAILER_AIR =
      new Suspension("TRAILER_AIR", new Springs(7200, 800, 0.5e6, 3.2e6, 30e3, 0));

  /** See the table in the rig's page. */
  public static final Suspension CAR =
      new Suspension("CAR", new Springs(650, 80, 0.05e6, 0.40e6, 3e3, 0));

  /** See the table in the rig's page. */
  public static final Suspension MOTORCYCLE =
      new Suspension("MOTORCYCLE", new Springs(110, 15, 0.018e6, 0.15e6, 0.7e3, 0));

  // 0.3 / 1.4 MN/m, 2.8 / 3.2 MN/m and 15 / 20 kNs/m at a sprung mass of 1400 / 7200 kg
  private static final double SPRING_POWER = 0.94;
  private static final double TYRE_POWER = 0.08;
  private static final double DAMPER_POWER = 0.18;

  /** Below this share of the rated sprung load nothing is known: the springs stay what they are. */
  private static final double LEAST_SHARE = 0.05;

  /** The springs of an axle made for {@code ratedKg} on the road that carries {@code loadKg}. */
  public Springs carrying(double ratedKg, double loadKg) {
    double size = ratedKg / (rated.sprungKg() + rated.unsprungKg());
    double unsprung = rated.unsprungKg() * size;
    double sprung = loadKg - unsprung;
    if (sprung <= 0) {
      throw new IllegalArgumentException(
          name + ": " + loadKg + " kg is not more than the axle itself, " + unsprung + " kg");
    }
    double share = Math.max(LEAST_SHARE, sprung / (rated.sprungKg() * size));
    return new Springs(
        sprung,
        unsprung,
        rated.springNPerM() * size * Math.pow(share, SPRING_POWER),
        rated.tyreNPerM() * size * Math.pow(share, TYRE_POWER),
        rated.damperNsPerM() * size * Math.pow(share, DAMPER_POWER),
        rated.frictionShare());
  }
}

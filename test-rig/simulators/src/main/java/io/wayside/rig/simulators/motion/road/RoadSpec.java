// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.road;

/**
 * A road by its displacement spectrum after ISO 8608, {@code Gd(n) = Gd(0.1 c/m) (n / 0.1 c/m)^-2}.
 *
 * @param gdM3 Gd at 0.1 cycles per metre
 * @param coherenceM how fast left and right wheel paths part: the coherence of waves of n cycles
 *     per metre is exp(-n coherenceM)
 */
public record RoadSpec(double gdM3, double coherenceM) {
  /** Wheel paths 2 m apart share long waves and no short ones. */
  private static final double COHERENCE_M = 2;

  /** No unevenness at all. */
  public static final RoadSpec SMOOTH = of(0);

  /** Geometric means of the classes of ISO 8608. */
  public static final RoadSpec A = of(16e-6);

  /** Class B of ISO 8608. */
  public static final RoadSpec B = of(64e-6);

  /** Class C of ISO 8608. */
  public static final RoadSpec C = of(256e-6);

  /** Class D of ISO 8608. */
  public static final RoadSpec D = of(1024e-6);

  /** Class E of ISO 8608. */
  public static final RoadSpec E = of(4096e-6);

  /**
   * A site of class I of COST 323, IRI at most 1.3 m/km: close to that limit with any seed (about
   * 1.2). ISO 8608 has no class that good: the middle of its best, A, has IRI 2.2.
   */
  public static final RoadSpec SITE_CLASS_I = of(4.9e-6);

  /** A spectrum of which each value must be a number that a road can have. */
  public RoadSpec {
    if (!(gdM3 >= 0 && gdM3 < 1 && coherenceM >= 0)) {
      throw new IllegalArgumentException(
          "Road: Gd(n0) " + gdM3 + " m3, coherence " + coherenceM + " m; take 0 <= Gd < 1 m3");
    }
  }

  /** A road of the given Gd(n0) in cubic metres. */
  public static RoadSpec of(double gdM3) {
    return new RoadSpec(gdM3, COHERENCE_M);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import java.util.List;

/**
 * The wheels of an axle, the same on both sides.
 *
 * @param trackM from the centre of the left wheels to that of the right ones; 0 for a single track
 * @param widthM width of one tyre's contact
 * @param dual two tyres on each side
 * @param contactM length of the contact
 * @param pressure how the load is spread over that length
 */
public record Tyres(
    double trackM, double widthM, boolean dual, double contactM, Pressure pressure) {
  /** Between the two tyres of a side. */
  private static final double DUAL_GAP_M = 0.11;

  /** A stretch across the road, metres left of the vehicle's middle. */
  public record Across(double fromM, double toM) {
    /** How wide it is. */
    public double widthM() {
      return toM - fromM;
    }

    /** The same, so much further to the left. */
    public Across shifted(double leftM) {
      return new Across(fromM + leftM, toM + leftM);
    }

    /** What of it lies between the two places; its width is then perhaps negative. */
    public Across clipped(double from, double to) {
      return new Across(Math.max(fromM, from), Math.min(toM, to));
    }
  }

  /** A contact that is no longer than nothing carries nothing. */
  public Tyres {
    if (!(contactM > 0 && widthM > 0 && trackM >= 0)) {
      throw new IllegalArgumentException(
          "Tyres: track "
              + trackM
              + " m, width "
              + widthM
              + " m, contact "
              + contactM
              + " m; take positive ones");
    }
  }

  /** One wheel after the other, as on a motorcycle. */
  public boolean singleTrack() {
    return trackM == 0;
  }

  /** The tyres of the left side, or of the right. */
  public List<Across> side(boolean left) {
    double centre = (left ? trackM : -trackM) / 2;
    if (!dual) {
      return List.of(new Across(centre - widthM / 2, centre + widthM / 2));
    }
    double inner = DUAL_GAP_M / 2;
    return List.of(
        new Across(centre - inner - widthM, centre - inner),
        new Across(centre + inner, centre + inner + widthM));
  }
}

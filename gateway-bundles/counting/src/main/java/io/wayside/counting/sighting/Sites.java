// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

/**
 * What passes at a place: mostly cars, as on a motorway; all kinds, as in a street; or mostly
 * two-wheelers. Which of them it is follows from what is seen.
 */
final class Sites {

  /** Shares of the kinds of {@link Posing}. */
  private static final double[][] SHARES = {
    {0.1, 0.78, 0.12}, {0.35, 0.5, 0.15}, {0.85, 0.12, 0.03}
  };

  private static final double[] LIKELY = {0.4, 0.35, 0.25};

  /** What looks like nothing of all that. */
  private static final double NOTHING = 9e-4;

  private Sites() {}

  static int count() {
    return SHARES.length;
  }

  static double share(int site, int kind) {
    return SHARES[site][kind];
  }

  /** How likely a site is before anything is seen. */
  static double likely(int site) {
    return LIKELY[site];
  }

  /** How likely an outline is that the kinds have with these likelihoods. */
  static double any(int site, double[] kinds) {
    double any = NOTHING;
    for (int kind = 0; kind < kinds.length; kind++) {
      any += SHARES[site][kind] * kinds[kind];
    }
    return any;
  }
}

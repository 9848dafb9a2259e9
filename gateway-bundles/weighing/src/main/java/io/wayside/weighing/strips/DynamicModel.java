// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

/**
 * How a load moves about its mean: body bounce and axle hop as a random disturbance whose spectrum
 * is known, and a part of each line's own. Gives the correlation between what two lines see.
 */
final class DynamicModel {

  // Bounce 1 to 4.5 Hz, hop 8 to 15 Hz; the share of each in the variance is that of the quarter
  // cars of the domain, leaf and air sprung, 40 to 100 km/h.
  private static final double[] BOUNCE_HZ = {1.0, 1.4, 1.8, 2.3, 2.9, 3.6, 4.5};
  private static final double[] HOP_HZ = {8, 9.2, 10.5, 12, 13.5, 15};
  private static final double BOUNCE_SHARE = 0.5;
  private static final double HOP_SHARE = 0.3;
  // What a line adds of its own: evenness of its installation, lateral response, noise.
  private static final double OWN_SHARE = 0.2;
  // Damping ratios of about 0.15 and 0.25.
  private static final double DAMPING = 0.15;
  private static final double HOP_DAMPING = 0.25;

  private DynamicModel() {}

  /** Correlation matrix of the disturbance at the given times in seconds. */
  static double[][] correlation(double[] seconds) {
    int n = seconds.length;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double apart = Math.abs(seconds[i] - seconds[j]);
        matrix[i][j] =
            BOUNCE_SHARE * band(BOUNCE_HZ, DAMPING, apart)
                + HOP_SHARE * band(HOP_HZ, HOP_DAMPING, apart)
                + (i == j ? OWN_SHARE : 0);
      }
    }
    return matrix;
  }

  private static double band(double[] hertz, double damping, double apart) {
    double sum = 0;
    for (double frequency : hertz) {
      double turns = 2 * Math.PI * frequency * apart;
      sum += Math.cos(turns) * Math.exp(-damping * turns);
    }
    return sum / hertz.length;
  }

  // Standard deviation of the load: grows with speed, and light axles move more for their weight.
  private static final double FULL_AXLE_N = 60_000;
  private static final double LIGHTNESS_POWER = 0.6;
  private static final double MOST_LIGHTNESS = 3;
  private static final double REFERENCE_MPS = 80 / 3.6;
  private static final double SPEED_POWER = 0.9;

  /** Expected standard deviation as a share of the load, before anything of it is seen. */
  static double share(double shareAt80, double speedMps, double loadN) {
    double lightness =
        Math.pow(FULL_AXLE_N / Math.max(1000, Math.min(FULL_AXLE_N, loadN)), LIGHTNESS_POWER);
    return shareAt80
        * Math.pow(Math.abs(speedMps) / REFERENCE_MPS, SPEED_POWER)
        * Math.min(MOST_LIGHTNESS, lightness);
  }
}

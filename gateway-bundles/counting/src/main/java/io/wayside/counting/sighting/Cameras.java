// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import java.util.Collection;

/**
 * How likely a tilt and a scale are before anything is known of outlines, as logarithms: by what
 * lenses cameras of roads have, how high they hang and how fast vehicles go. All three are known
 * only roughly, so what is far off is still possible.
 */
final class Cameras {

  /** Distance of the lens from its picture, in widths of it; a wider view is rare. */
  private static final double LENS = 1;

  private static final double WIDER = 0.25;
  private static final double NARROWER = 0.8;
  private static final double NARROWER_AT_MOST = 2;

  private static final double HEIGHT_M = 7;
  private static final double HEIGHT_OFF = 0.8;

  private static final double SPEED_MPS = 11;
  private static final double SPEED_OFF = 0.7;

  /** A misfit of a height or a speed counts no more than that. */
  private static final double AT_MOST = 4;

  /** Where the scale changes less, nothing is known of the height. */
  private static final double FLAT = 0.4;

  private static final double LEAST_STEEP = 0.05;

  private Cameras() {}

  /**
   * By how the scale changes over the picture, and by how those who were seen would have gone.
   *
   * @return by tilt and scale of {@link Posing}
   */
  static double[][] likely(double steepness, Collection<Posing> seen) {
    double[][] likely = new double[Posing.TILTS.length][Posing.SCALES.length];
    for (int tilt = 0; tilt < likely.length; tilt++) {
      double lens = lens(steepness, tilt);
      double pace = seen.isEmpty() ? 0 : pace(seen, tilt);
      for (int scale = 0; scale < likely[tilt].length; scale++) {
        likely[tilt][scale] =
            lens
                + height(steepness, tilt, Posing.SCALES[scale])
                + (seen.isEmpty() ? 0 : speed(pace - Posing.SCALES[scale]));
      }
    }
    return likely;
  }

  /** The horizon is as far above the middle as the tilt and the lens make it. */
  private static double lens(double steepness, int tilt) {
    double lens = 1 / (Math.max(LEAST_STEEP, steepness) * Math.tan(Posing.TILTS[tilt]));
    double off = Math.log(lens / LENS);
    return off < 0
        ? -Math.pow(off / WIDER, 2) / 2
        : -Math.min(NARROWER_AT_MOST, Math.pow(off / NARROWER, 2) / 2);
  }

  /** As many metres as there are between the horizon and the road below it. */
  private static double height(double steepness, int tilt, double scale) {
    return steepness > FLAT
        ? misfit(
            (Math.log(Math.cos(Posing.TILTS[tilt]) / steepness / HEIGHT_M) - scale) / HEIGHT_OFF)
        : 0;
  }

  private static double pace(Collection<Posing> seen, int tilt) {
    return Median.of(seen.stream().mapToDouble(one -> one.pace(tilt)).toArray());
  }

  private static double speed(double log) {
    return misfit((log - Math.log(SPEED_MPS)) / SPEED_OFF);
  }

  private static double misfit(double off) {
    return -Math.min(AT_MOST, off * off / 2);
  }
}

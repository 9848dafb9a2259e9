// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.counting.ground.Body;
import io.wayside.counting.ground.Kind;
import io.wayside.counting.vision.Point;
import java.util.Arrays;
import java.util.List;

/**
 * How well blocks of each kind have an outline, for every tilt and scale that the camera may have.
 * A block lies along its way on the road; what is along the view is foreshortened by the tilt, and
 * its far end is smaller.
 */
final class Posing {

  /** How far the middle of the picture looks down from level. */
  static final double[] TILTS = {0.14, 0.24, 0.37, 0.51, 0.66, 0.87, 1.13, 1.4};

  /** Logarithms of widths of the picture that a metre takes in its middle: 0.004 to 0.36. */
  static final double[] SCALES = scales();

  /** Kinds that are tried, as columns of what is told. */
  static final List<Kind> KINDS = List.of(Kind.TWO_WHEELER, Kind.LIGHT, Kind.HEAVY);

  private static final double SCALE_STEP = 0.12;

  private static final List<Body> BLOCKS =
      List.of(
          new Body(Kind.TWO_WHEELER, 1.8, 0.65, 1.6),
          new Body(Kind.TWO_WHEELER, 2.2, 0.75, 1.7),
          new Body(Kind.LIGHT, 3.8, 1.7, 1.5),
          new Body(Kind.LIGHT, 4.6, 1.8, 1.5),
          new Body(Kind.LIGHT, 5.2, 1.95, 2.0),
          new Body(Kind.HEAVY, 6.5, 2.2, 2.8),
          new Body(Kind.HEAVY, 8.5, 2.45, 3.2),
          new Body(Kind.HEAVY, 11.5, 2.5, 3.2),
          new Body(Kind.HEAVY, 16, 2.5, 3.8));

  /** An outline is so much wider or higher than its block, as a logarithm. */
  private static final double WIDTH_OFF = 0.17;

  private static final double HEIGHT_OFF = 0.2;

  /** What is not surely its own outline may be off by so many times as much. */
  private static final double DOUBTFUL = 3;

  /** Up is where the road goes away to, and where it shows nothing of that, up in the picture. */
  private static final double UPRIGHT = 0.2;

  private final double[][][] likelihoods = new double[TILTS.length][SCALES.length][KINDS.size()];
  private final double[][][] logs = new double[TILTS.length][SCALES.length][Sites.count()];
  private final double[] paces = new double[TILTS.length];

  Posing(Passing passing, Growth growth) {
    Extent here = passing.here();
    double scale = growth.at(here.u(), here.v());
    double norm = Math.hypot(growth.b(), Math.max(growth.c(), 0) + UPRIGHT);
    Point away = new Point(-growth.b() / norm, -(Math.max(growth.c(), 0) + UPRIGHT) / norm);
    for (int tilt = 0; tilt < TILTS.length; tilt++) {
      Pose pose = Pose.of(Math.tan(TILTS[tilt]), scale, growth.steepness(), away, passing.motion());
      paces[tilt] = Math.log(pose.pace() / scale);
      for (int i = 0; i < SCALES.length; i++) {
        compare(pose, Math.exp(SCALES[i]), passing, scale, likelihoods[tilt][i]);
        for (int site = 0; site < Sites.count(); site++) {
          logs[tilt][i][site] = Math.log(Sites.any(site, likelihoods[tilt][i]));
        }
      }
    }
  }

  private static double[] scales() {
    double[] scales = new double[38];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = Math.log(0.004) + i * SCALE_STEP;
    }
    return scales;
  }

  private static void compare(
      Pose pose, double perMetre, Passing passing, double scale, double[] kinds) {
    Arrays.fill(kinds, Double.MAX_VALUE);
    for (Body block : BLOCKS) {
      Point outline = pose.outline(block, perMetre);
      double x = Math.log(passing.here().w() / (scale * perMetre * outline.x())) / WIDTH_OFF;
      double y = Math.log(passing.here().h() / (scale * perMetre * outline.y())) / HEIGHT_OFF;
      int kind = KINDS.indexOf(block.kind());
      kinds[kind] = Math.min(kinds[kind], x * x + y * y);
    }
    double off = passing.sure() ? 1 : DOUBTFUL;
    for (int kind = 0; kind < kinds.length; kind++) {
      kinds[kind] = Math.exp(-kinds[kind] / (2 * off * off));
    }
  }

  /** How likely each kind looks like that; 1 for what fits. */
  double[] likelihoods(int tilt, int scale) {
    return likelihoods[tilt][scale];
  }

  /** Logarithm of how likely anything that passes at a site looks like that. */
  double log(int tilt, int scale, int site) {
    return logs[tilt][scale][site];
  }

  /** Logarithm of its speed at a tilt, in metres a second if a metre were a width. */
  double pace(int tilt) {
    return paces[tilt];
  }
}

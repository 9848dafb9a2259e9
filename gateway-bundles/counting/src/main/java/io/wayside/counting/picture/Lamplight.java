// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Light that vehicles throw upon the road at night, where nothing is known of the ground. A beam
 * lies ahead of its vehicle and reaches to the next one, so that all who ride behind each other
 * would hang together by their light. On a dry road it fades out gently. A street under lamps is as
 * bright in a picture as a day, and is known as night by that: by day nobody's lamps are seen on
 * the road, and what is a little brighter than usual is the edge of something.
 *
 * <p>Where it is night and light does not fade out gently the road mirrors the lamps. Such an image
 * is drawn out downwards: it has sides, but no steps from above to below as lamps and bodies have.
 */
final class Lamplight implements AutoCloseable {

  /** Lamps and bodies have such steps of the logarithm, from above to below. */
  private static final double STEP = 0.35 * LogRatio.UNIT;

  /** A little brighter than the background, as a logarithm. */
  private static final double LEAST = 0.10 * LogRatio.UNIT;

  private static final double MOST = 0.26 * LogRatio.UNIT;

  /** It changes gently where the logarithm does by less within five pixels. */
  private static final double GENTLE = 0.14 * LogRatio.UNIT;

  /** Of what is a little brighter so much changes gently in lamplight, and less by day. */
  private static final double LIT = 0.65;

  private static final double UNLIT = 0.5;

  /** Looked at so often, and forgotten in so long, in seconds. */
  private static final double EVERY_S = 0.25;

  private static final double FORGETS_S = 20;

  /** Less has been seen than a vehicle is, as a part of the picture: nothing is told by it. */
  private static final double FEWEST = 0.01;

  /** The model's value for what is foreign. */
  private static final double FOREIGN = 200;

  private final Mats mats = new Mats();
  private final Mat smooth = mats.one();
  private final Mat change = mats.one();
  private final Mat little = mats.one();
  private final Mat place = mats.one();
  private final Mat around =
      mats.kept(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(5, 5)));
  private final Mat upright =
      mats.kept(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(1, 3)));
  private double lookedAtS = Double.NEGATIVE_INFINITY;
  private double seen;
  private double gentle;
  private boolean lit;

  /**
   * Whether lamps light the road, by what was seen until now.
   *
   * @param ratio of picture and background, as a logarithm
   * @param mask what the model says
   */
  boolean isLit(Mat ratio, Mat mask, double atS) {
    if (atS - lookedAtS < EVERY_S) {
      return lit;
    }
    double kept = Math.exp(-Math.min(FORGETS_S, atS - lookedAtS) / FORGETS_S);
    lookedAtS = atS;
    Imgproc.blur(ratio, smooth, new Size(3, 3));
    Scalar least = new Scalar(LogRatio.SAME + LEAST);
    Core.inRange(smooth, least, new Scalar(LogRatio.SAME + MOST), little);
    Imgproc.threshold(mask, place, FOREIGN, 255, Imgproc.THRESH_BINARY);
    Core.bitwise_and(little, place, little);
    seen = kept * seen + Core.countNonZero(little);
    Imgproc.morphologyEx(smooth, change, Imgproc.MORPH_GRADIENT, around);
    Imgproc.threshold(change, change, GENTLE, 255, Imgproc.THRESH_BINARY_INV);
    Core.bitwise_and(little, change, little);
    gentle = kept * gentle + Core.countNonZero(little);
    if (seen > FEWEST * ratio.total()) {
      lit = gentle > (lit ? UNLIT : LIT) * seen;
    }
    return lit;
  }

  /** Takes from the seeds what is brighter and has no steps from above to below. */
  void withoutMirrored(Mat grey, Mat usual, Mat ratio, Mat seeds) {
    Imgproc.morphologyEx(ratio, change, Imgproc.MORPH_GRADIENT, upright);
    Imgproc.threshold(change, change, STEP, 255, Imgproc.THRESH_BINARY_INV);
    Core.compare(grey, usual, place, Core.CMP_GT);
    Core.bitwise_and(place, change, place);
    Core.subtract(seeds, place, seeds);
  }

  @Override
  public void close() {
    mats.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Tells vehicles from light and shade. A shadow takes the same share of light from all that lies in
 * it, whatever is drawn there, and the beam of a lamp on a dark road adds to it smoothly; a vehicle
 * has edges of its own. So where the ratio of picture and background has steps is a vehicle: within
 * what is darker, and not at its border alone; and at night anywhere in what is brighter.
 */
final class Relief implements AutoCloseable {

  /** The model's value for what may be a shadow. */
  private static final Scalar SHADOW = new Scalar(127);

  /** Steps of the logarithm in a shadow, and in a beam. */
  private static final double STEP = 0.25 * LogRatio.UNIT;

  private static final double BEAM_STEP = 0.35 * LogRatio.UNIT;

  /** So far from the border, in pixels to each side. */
  private static final int INSIDE = 2;

  private final Mats mats = new Mats();
  private final Mat change = mats.one();
  private final Mat steps = mats.one();
  private final Mat there = mats.one();
  private final Mat beam = mats.one();
  private final Mat near =
      mats.kept(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3)));
  private final Mat border =
      mats.kept(
          Imgproc.getStructuringElement(
              Imgproc.MORPH_RECT, new Size(2 * INSIDE + 1, 2 * INSIDE + 1)));

  /**
   * Adds to the seeds what has relief in a shadow, and takes away what has none in a beam.
   *
   * @param grey the picture
   * @param usual the background
   * @param ratio of both, as a logarithm
   * @param different where they differ at all
   * @param mask what the model says
   * @param night whether what is brighter may be the beam of a lamp
   */
  void judge(Mat grey, Mat usual, Mat ratio, Mat different, Mat mask, Mat seeds, boolean night) {
    Imgproc.morphologyEx(ratio, change, Imgproc.MORPH_GRADIENT, near);
    if (night) {
      beams(grey, usual, seeds);
    }
    Imgproc.threshold(change, steps, STEP, 255, Imgproc.THRESH_BINARY);
    Imgproc.erode(different, there, border);
    Core.bitwise_and(steps, there, steps);
    Core.inRange(mask, SHADOW, SHADOW, there);
    Core.bitwise_and(steps, there, steps);
    Core.bitwise_or(seeds, steps, seeds);
  }

  private void beams(Mat grey, Mat usual, Mat seeds) {
    Core.compare(grey, usual, beam, Core.CMP_GT);
    Imgproc.threshold(change, steps, BEAM_STEP, 255, Imgproc.THRESH_BINARY_INV);
    Core.bitwise_and(beam, steps, beam);
    Core.subtract(seeds, beam, seeds);
  }

  @Override
  public void close() {
    mats.close();
  }
}

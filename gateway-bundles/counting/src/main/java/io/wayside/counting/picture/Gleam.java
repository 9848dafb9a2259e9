// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import io.wayside.counting.ground.Images;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Spot;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

/**
 * The faint image of a lamp on a wet road. A road sends back a third of the light at most, so the
 * image is no lamp to look at; but where it must lie the picture has gained more of the lamp's
 * colour than beside it, while what a lamp throws onto a dry road is spread out.
 */
final class Gleam implements Images {

  /** Added to levels, so that noise in the dark has no large ratios. */
  private static final double DARK = 12;

  /** So much more has been gained there than on either side, as a logarithm. */
  private static final double MORE = 0.1;

  private final Mat picture;
  private final Mat usual;

  /** In a picture (BGR), held against the road as it usually is. */
  Gleam(Mat picture, Mat usual) {
    this.picture = picture;
    this.usual = usual;
  }

  @Override
  public boolean shines(Spot lamp, Point at, double asidePx) {
    double there = gained(lamp, at.x(), at.y());
    double left = gained(lamp, at.x() - asidePx, at.y());
    double right = gained(lamp, at.x() + asidePx, at.y());
    return there - Math.max(left, right) > MORE; // never where one of them is not in the picture
  }

  /** How much of the lamp's colour has been gained around a place; no number outside. */
  private double gained(Spot lamp, double x, double y) {
    int width = (int) Math.max(1, Math.round(lamp.w()));
    int height = (int) Math.max(1, Math.round(lamp.h()));
    int left = (int) Math.round(x - width / 2.0);
    int top = (int) Math.round(y - height / 2.0);
    if (left < 0 || top < 0 || left + width > picture.cols() || top + height > picture.rows()) {
      return Double.NaN;
    }
    Rect there = new Rect(left, top, width, height);
    return strength(picture, there, lamp.red()) - strength(usual, there, lamp.red());
  }

  /** Red against green, so that what is brighter altogether is no tail lamp; else how bright. */
  private static double strength(Mat of, Rect there, boolean red) {
    Mat part = of.submat(there);
    Scalar mean = Core.mean(part);
    part.release();
    double green = Math.log(mean.val[1] + DARK);
    return red ? Math.log(mean.val[2] + DARK) - green : green;
  }
}

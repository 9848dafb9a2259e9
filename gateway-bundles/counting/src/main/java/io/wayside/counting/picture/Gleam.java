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
 * The faint image of a tail lamp on a wet road. A road sends back a third of the light at most, so
 * the image is no lamp to look at; but where it must lie the picture has gained more red than
 * beside it and than halfway up to the lamp, where the road begins. What a lamp throws onto a dry
 * road is spread out, and red paint is red halfway too. Images of head lamps are lamps to look at.
 */
final class Gleam implements Images {

  /** Added to levels, so that noise in the dark has no large ratios. */
  private static final double DARK = 12;

  /** So much more has been gained there than around it, as a logarithm. */
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
    Point halfway = lamp.at().towards(at, 0.5);
    double above = gained(lamp, halfway.x(), halfway.y());
    // Never where one of them is not in the picture: then it is no number.
    return lamp.red() && there - Math.max(above, Math.max(left, right)) > MORE;
  }

  /** How much red has been gained around a place; no number outside of the picture. */
  private double gained(Spot lamp, double x, double y) {
    int width = (int) Math.max(1, Math.round(lamp.w()));
    int height = (int) Math.max(1, Math.round(lamp.h()));
    int left = (int) Math.round(x - width / 2.0);
    int top = (int) Math.round(y - height / 2.0);
    if (left < 0 || top < 0 || left + width > picture.cols() || top + height > picture.rows()) {
      return Double.NaN;
    }
    Rect there = new Rect(left, top, width, height);
    return redness(picture, there) - redness(usual, there);
  }

  /** Red against green, so that what is brighter altogether is no tail lamp. */
  private static double redness(Mat of, Rect there) {
    Mat part = of.submat(there);
    Scalar mean = Core.mean(part);
    part.release();
    return Math.log((mean.val[2] + DARK) / (mean.val[1] + DARK));
  }
}

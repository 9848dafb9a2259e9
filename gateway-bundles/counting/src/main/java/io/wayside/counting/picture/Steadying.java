// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Takes a shaking of the camera off the pictures: each is held against the road as it usually is by
 * phase correlation, and moved back. What drives through seldom disturbs it, since it is not on the
 * other picture. Where there is always somebody a picture is moved back only if that mends nearly
 * all of it.
 */
final class Steadying implements AutoCloseable {

  /** The correlation works on pictures made smaller by this. */
  private static final double SMALLER = 2;

  /** Less, in pixels, harms less than moving the picture does. */
  private static final double LEAST_PX = 0.4;

  /** More is no shaking, as a part of the width. */
  private static final double MOST = 0.05;

  /** Below this the peak is an accident. */
  private static final double CLEAR_PEAK = 0.15;

  /** A piece of the picture that differs by so much less from the usual one was moved rightly. */
  private static final double BETTER = 0.9;

  /** So many times as many pieces must be better as are worse. */
  private static final double MOST_BETTER = 3;

  private static final Size PIECES = new Size(16, 12);

  private final Mats mats = new Mats();
  private final Mat grey = mats.one();
  private final Mat little = mats.one();
  private final Mat now = mats.one();
  private final Mat usual = mats.one();
  private final Mat window = mats.one();
  private final Mat nowFaded = mats.one();
  private final Mat usualFaded = mats.one();
  private final Mat difference = mats.one();
  private final Mat pieces = mats.one();
  private final Mat move = mats.kept(Mat.eye(2, 3, CvType.CV_64F));
  private final Mat moved = mats.one();
  private final double[] peak = new double[1];
  private double shiftPx;

  /**
   * Moves the picture to where the usual one is.
   *
   * @param known whether that is the road by now, and not what was first on it
   */
  void steady(Mat picture, Mat mean, boolean known) {
    shiftPx = 0;
    if (!known) {
      return;
    }
    reduced(picture, now);
    reduced(mean, usual);
    if (window.empty()) {
      Imgproc.createHanningWindow(window, now.size(), CvType.CV_32F);
    }
    now.copyTo(nowFaded); // phaseCorrelate may multiply what it is given by the window
    usual.copyTo(usualFaded);
    Point shift = Imgproc.phaseCorrelate(usualFaded, nowFaded, window, peak);
    double x = shift.x * SMALLER;
    double y = shift.y * SMALLER;
    double size = Math.hypot(x, y);
    if (peak[0] < CLEAR_PEAK || size < LEAST_PX || size > MOST * picture.cols()) {
      return;
    }
    moveBack(now, shift.x, shift.y);
    if (!allMoved()) {
      return;
    }
    shiftPx = size;
    moveBack(picture, x, y);
    moved.copyTo(picture);
  }

  /** A camera moves all of its picture; vehicles that go the same way move a part of it. */
  private boolean allMoved() {
    float[] before = apart(now);
    float[] after = apart(moved);
    int better = 0;
    int worse = 0;
    for (int i = 0; i < before.length; i++) {
      better += after[i] < BETTER * before[i] ? 1 : 0;
      worse += before[i] < BETTER * after[i] ? 1 : 0;
    }
    return better > MOST_BETTER * worse;
  }

  private float[] apart(Mat picture) {
    Core.absdiff(picture, usual, difference);
    Imgproc.resize(difference, pieces, PIECES, 0, 0, Imgproc.INTER_AREA);
    float[] means = new float[(int) pieces.total()];
    pieces.get(0, 0, means);
    return means;
  }

  private void moveBack(Mat picture, double x, double y) {
    move.put(0, 2, -x);
    move.put(1, 2, -y);
    Imgproc.warpAffine(
        picture, moved, move, picture.size(), Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE);
  }

  private void reduced(Mat picture, Mat to) {
    Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
    Imgproc.resize(
        grey,
        little,
        new Size(Math.floor(picture.cols() / SMALLER), Math.floor(picture.rows() / SMALLER)),
        0,
        0,
        Imgproc.INTER_AREA);
    little.convertTo(to, CvType.CV_32F);
  }

  /** How far the last picture was moved, in pixels. */
  double shiftPx() {
    return shiftPx;
  }

  @Override
  public void close() {
    mats.close();
  }
}

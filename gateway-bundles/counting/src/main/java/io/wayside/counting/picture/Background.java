// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import io.wayside.counting.vision.Box;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;
import org.opencv.video.BackgroundSubtractorMOG2;
import org.opencv.video.Video;

/**
 * What the road looks like without vehicles. It learns by time, not by pictures, and not from
 * pixels of vehicles that came from elsewhere: a queue that stops is still there a minute later,
 * and leaves no ghosts.
 */
final class Background implements AutoCloseable {

  /** So long until what stays becomes road. */
  private static final double LEARNS_S = 12;

  /** It learns so often at most; more would cost and not help. */
  private static final double EVERY_S = 0.08;

  /** At first it learns from every picture, by its share of all so far. */
  private static final int FIRST = 50;

  /**
   * Seen for so long, in so many pictures at least, it is the road and not what was on it first.
   */
  private static final double KNOWN_S = 1;

  private static final int KNOWN = 20;

  /** Foreign from so many squared standard deviations on. */
  private static final double FOREIGN = 16;

  /** So much every pixel deviates at least, in grey levels. */
  private static final double LEAST_DEVIATION = 2;

  /** The mean picture is fetched so often; it changes slowly. */
  private static final double FETCH_S = 0.2;

  /** So far around what stands, in its widths and heights, its shadow may lie. */
  private static final double AROUND = 0.8;

  /** In grey levels. */
  private static final double DIFFERENT = 8;

  private final BackgroundSubtractorMOG2 model =
      Video.createBackgroundSubtractorMOG2(500, FOREIGN, true);
  private final Mats mats = new Mats();
  private final Mat mean = mats.one();
  private final Mat patched = mats.one();
  private final Mat difference = mats.one();
  private final Mat foreign = mats.one();
  private final Mat unused = mats.one();
  private long pictures;
  private double firstAtS = Double.NaN;
  private double learntAtS = Double.NEGATIVE_INFINITY;
  private double fetchedAtS = Double.NEGATIVE_INFINITY;

  /**
   * Writes what is foreign in a picture, and learns.
   *
   * @param vehicles not to be learnt from
   * @param standing of these, around whom nothing is learnt that differs: it is their shadow
   * @param hanging foreground that hangs together with those that stand; nothing is learnt in it
   *     that differs: it is more of a vehicle than was followed
   */
  void see(
      Mat picture,
      double atS,
      List<Box> vehicles,
      List<Box> standing,
      List<Box> hanging,
      Mat mask) {
    firstAtS = pictures == 0 ? atS : firstAtS;
    boolean due = pictures < FIRST || atS - learntAtS >= EVERY_S;
    double rate = due ? rate(atS) : 0;
    boolean patch = due && !vehicles.isEmpty() && !mean.empty();
    model.apply(picture, mask, patch ? 0 : rate);
    if (patch) {
      picture.copyTo(patched);
      Rect all = new Rect(0, 0, picture.cols(), picture.rows());
      for (Box box : vehicles) {
        patch(within(box, 2, 2, all));
      }
      for (Box box : standing) {
        patchDifferent(within(box, AROUND * box.w(), AROUND * box.h(), all));
      }
      for (Box box : hanging) {
        patchDifferent(within(box, 0, 0, all));
      }
      model.apply(patched, unused, rate);
    }
    if (due) {
      learntAtS = atS;
    }
    pictures++;
    if (atS - fetchedAtS >= FETCH_S || (pictures < FIRST && pictures % 5 == 1)) {
      model.getBackgroundImage(mean);
      fetchedAtS = atS;
    }
  }

  /** What an encoder draws in steps deviates by these, though it does not while it is held. */
  void leastDeviation(double levels) {
    double deviation = Math.max(LEAST_DEVIATION, levels);
    model.setVarMin(deviation * deviation);
  }

  private double rate(double atS) {
    double first = 1.0 / (2 * Math.max(1, pictures));
    double later = Math.min(0.1, (atS - learntAtS) / LEARNS_S);
    return pictures == 0 ? 1 : pictures < FIRST ? Math.max(first, Math.min(later, 0.02)) : later;
  }

  /** All of the box, since a dark vehicle is in part as dark as its shadow would be. */
  private void patch(Rect place) {
    if (place.width <= 0 || place.height <= 0) {
      return;
    }
    Mat from = mean.submat(place);
    Mat to = patched.submat(place);
    from.copyTo(to);
    from.release();
    to.release();
  }

  /** A shadow that lies there for a minute would leave a bright ghost when it goes. */
  private void patchDifferent(Rect place) {
    if (place.width <= 0 || place.height <= 0) {
      return;
    }
    Mat from = mean.submat(place);
    Mat to = patched.submat(place);
    Core.absdiff(from, to, difference);
    Imgproc.cvtColor(difference, foreign, Imgproc.COLOR_BGR2GRAY);
    Imgproc.threshold(foreign, foreign, DIFFERENT, 255, Imgproc.THRESH_BINARY);
    from.copyTo(to, foreign);
    from.release();
    to.release();
  }

  /** The pixels of a box and some around it. */
  private static Rect within(Box box, double beside, double above, Rect all) {
    int x = (int) Math.max(0, Math.floor(box.x() - beside));
    int y = (int) Math.max(0, Math.floor(box.y() - above));
    int right = (int) Math.min(all.width, Math.ceil(box.right() + beside));
    int bottom = (int) Math.min(all.height, Math.ceil(box.bottom() + above));
    return new Rect(x, y, right - x, bottom - y);
  }

  /** Whether other pictures can be held against it. */
  boolean isKnown(double atS) {
    return pictures >= KNOWN && atS - firstAtS >= KNOWN_S;
  }

  /** The road as it usually is. */
  Mat mean() {
    return mean;
  }

  @Override
  public void close() {
    mats.close();
    model.clear();
  }
}

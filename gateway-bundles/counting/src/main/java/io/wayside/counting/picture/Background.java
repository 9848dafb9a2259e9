// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import io.wayside.counting.vision.Box;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
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

  /** Foreign from so many squared standard deviations on. */
  private static final double FOREIGN = 16;

  /** The mean picture is fetched so often; it changes slowly. */
  private static final double FETCH_S = 0.2;

  private final BackgroundSubtractorMOG2 model =
      Video.createBackgroundSubtractorMOG2(500, FOREIGN, true);
  private final Mats mats = new Mats();
  private final Mat mean = mats.one();
  private final Mat patched = mats.one();
  private final Mat unused = mats.one();
  private long pictures;
  private double learntAtS = Double.NEGATIVE_INFINITY;
  private double fetchedAtS = Double.NEGATIVE_INFINITY;

  /**
   * Writes what is foreign in a picture, and learns.
   *
   * @param vehicles not to be learnt from
   */
  void see(Mat picture, double atS, List<Box> vehicles, Mat mask) {
    boolean due = pictures < FIRST || atS - learntAtS >= EVERY_S;
    double rate = due ? rate(atS) : 0;
    boolean patch = due && !vehicles.isEmpty() && !mean.empty();
    model.apply(picture, mask, patch ? 0 : rate);
    if (patch) {
      picture.copyTo(patched);
      Rect all = new Rect(0, 0, picture.cols(), picture.rows());
      for (Box box : vehicles) {
        patch(within(box, all));
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

  /** The pixels of a box and a little around it. */
  private static Rect within(Box box, Rect all) {
    int x = (int) Math.max(0, Math.floor(box.x() - 2));
    int y = (int) Math.max(0, Math.floor(box.y() - 2));
    int right = (int) Math.min(all.width, Math.ceil(box.right() + 2));
    int bottom = (int) Math.min(all.height, Math.ceil(box.bottom() + 2));
    return new Rect(x, y, right - x, bottom - y);
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

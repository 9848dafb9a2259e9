// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Spot;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Finds lamps by night. A lamp is bright, and it stands out of the light around it: its beam, its
 * halo and what it throws onto others are spread out. What counts is the ratio to the road as it
 * was, so a white marking that comes into a beam is no lamp.
 */
final class Lamps implements AutoCloseable {

  /** Added to levels, so that noise in the dark has no large ratios. */
  private static final double DARK = 12;

  /** Logarithms are kept in bytes, so many to one. */
  private static final double UNIT = 80;

  /** A lamp stands out by this logarithm. */
  private static final double STANDS_OUT = 0.5 * UNIT;

  /** A white lamp is as bright as the camera can tell, or nearly. */
  private static final double BRIGHT = 0.88;

  /** A red one has so much of that, and so much more red than green. */
  private static final double BRIGHT_RED = 0.55;

  private static final double REDDER = 0.24;

  /** Wider light is spread out; as a part of the width of the picture. */
  private static final double WIDEST = 0.072;

  private static final int FEWEST_PX = 2;

  /** Red is so much more than green. */
  private static final double RED = 1.4;

  private final Mats mats = new Mats();
  private final Mat logarithm = mats.kept(new Mat(1, 256, CvType.CV_8U));
  private final Mat colour = mats.one();
  private final Mat level = mats.one();
  private final Mat now = mats.one();
  private final Mat before = mats.one();
  private final Mat bright = mats.one();
  private final Mat red = mats.one();
  private final Mat green = mats.one();
  private final Mat labels = mats.one();
  private final Mat stats = mats.one();
  private final Mat centres = mats.one();
  private final Mat around;

  /** A drop that falls before a lamp parts it. */
  private final Mat streak =
      mats.kept(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(3, 3)));

  private final byte[] pixel = new byte[3];

  /** For pictures that are so wide. */
  Lamps(int widthPx) {
    byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) Math.round(UNIT * Math.log((i + DARK) / DARK));
    }
    logarithm.put(0, 0, table);
    int size = Math.max(5, 2 * (int) Math.round(WIDEST * widthPx / 2) + 1);
    around = mats.kept(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(size, size)));
  }

  /**
   * What shines in a picture (BGR) and did not in the usual one.
   *
   * @param brightest the highest level there can be in the picture, after its exposure was evened
   */
  List<Spot> in(Mat picture, Mat usual, double brightest) {
    brightest(usual);
    Core.LUT(level, logarithm, before);
    brightest(picture);
    Core.LUT(level, logarithm, now);
    Core.subtract(now, before, now);
    Imgproc.morphologyEx(now, now, Imgproc.MORPH_TOPHAT, around);
    Imgproc.threshold(now, now, STANDS_OUT, 255, Imgproc.THRESH_BINARY);
    shining(picture, brightest);
    Core.bitwise_and(now, bright, now);
    Imgproc.morphologyEx(now, now, Imgproc.MORPH_CLOSE, streak);
    return spots(picture);
  }

  /** Where it is white and as bright as can be, or red and bright. */
  private void shining(Mat picture, double most) {
    Core.extractChannel(picture, red, 2);
    Core.extractChannel(picture, green, 1);
    Core.subtract(red, green, green);
    Imgproc.threshold(green, green, REDDER * most, 255, Imgproc.THRESH_BINARY);
    Imgproc.threshold(red, red, BRIGHT_RED * most, 255, Imgproc.THRESH_BINARY);
    Core.bitwise_and(red, green, red);
    Imgproc.threshold(level, bright, BRIGHT * most, 255, Imgproc.THRESH_BINARY);
    Core.bitwise_or(bright, red, bright);
  }

  /** The level of the brightest of the three colours, so that red lamps shine too. */
  private void brightest(Mat picture) {
    Core.extractChannel(picture, level, 0);
    for (int i = 1; i < 3; i++) {
      Core.extractChannel(picture, colour, i);
      Core.max(level, colour, level);
    }
  }

  private List<Spot> spots(Mat picture) {
    int count = Imgproc.connectedComponentsWithStats(now, labels, stats, centres, 8, CvType.CV_32S);
    List<Spot> spots = new ArrayList<>();
    int[] row = new int[5]; // left, top, width, height, area
    double[] centre = new double[2];
    for (int i = 1; i < count; i++) {
      stats.get(i, 0, row);
      if (row[4] >= FEWEST_PX) {
        centres.get(i, 0, centre);
        picture.get((int) Math.round(centre[1]), (int) Math.round(centre[0]), pixel);
        boolean red = (pixel[2] & 255) > RED * (pixel[1] & 255);
        spots.add(new Spot(new Point(centre[0] + 0.5, centre[1] + 0.5), row[2], row[3], red));
      }
    }
    return spots;
  }

  @Override
  public void close() {
    mats.close();
  }
}

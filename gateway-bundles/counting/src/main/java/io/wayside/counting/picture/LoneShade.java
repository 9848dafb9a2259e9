// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import java.util.Arrays;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A shadow hangs together with what casts it. What is evenly darker, as a shadow would be, and lies
 * in the picture all by itself has nobody who casts it: it is a vehicle of one dull colour.
 */
final class LoneShade implements AutoCloseable {

  /** The model's value for what may be a shadow. */
  private static final Scalar SHADOW = new Scalar(127);

  /** It is compact: it fills its box by more than that. */
  private static final double FILLED = 0.7;

  /** A caster is not farther from its shadow than that, in pixels. */
  private static final int NEAR = 8;

  /** Larger, as a share of the picture, is the shadow of a cloud. */
  private static final double LARGEST = 0.25;

  private final Mats mats = new Mats();
  private final Mat shade = mats.one();
  private final Mat casters = mats.one();
  private final Mat labels = mats.one();
  private final Mat stats = mats.one();
  private final Mat centres = mats.one();
  private final Mat speck =
      mats.kept(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(3, 3)));
  private final Mat around =
      mats.kept(
          Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(2 * NEAR + 1, 2 * NEAR + 1)));
  private int[] labelOf = new int[0];
  private byte[] seed = new byte[0];
  private byte[] caster = new byte[0];
  private byte[] inside = new byte[0];

  /**
   * Adds to the seeds what is shade without a caster.
   *
   * @param mask what the model says
   * @param different where picture and background differ at all
   * @param region where is looked, if not everywhere: what casts may stand beyond its border
   * @param smallestPx what has fewer pixels is no vehicle
   */
  void judge(Mat mask, Mat different, Mat seeds, Optional<Mat> region, double smallestPx) {
    Core.inRange(mask, SHADOW, SHADOW, shade);
    Core.bitwise_and(shade, different, shade);
    Imgproc.morphologyEx(shade, shade, Imgproc.MORPH_OPEN, speck);
    int count =
        Imgproc.connectedComponentsWithStats(shade, labels, stats, centres, 8, CvType.CV_32S);
    boolean[] lone = new boolean[count];
    boolean any = false;
    for (int i = 1; i < count; i++) {
      lone[i] = isCompact(i, smallestPx);
      any |= lone[i];
    }
    if (any) {
      withoutCast(seeds, region, lone);
    }
  }

  /** Neither a speck nor a strip, nor cut off by the border of the picture. */
  private boolean isCompact(int i, double smallestPx) {
    int[] row = new int[5]; // left, top, width, height, area
    stats.get(i, 0, row);
    int width = shade.cols();
    int height = shade.rows();
    boolean within =
        row[0] > 0 && row[1] > 0 && row[0] + row[2] < width && row[1] + row[3] < height;
    return within
        && row[4] >= smallestPx
        && row[4] < LARGEST * width * height
        && row[4] > FILLED * row[2] * row[3];
  }

  private void withoutCast(Mat seeds, Optional<Mat> region, boolean[] lone) {
    int size = shade.rows() * shade.cols();
    if (seed.length != size) {
      labelOf = new int[size];
      seed = new byte[size];
      caster = new byte[size];
      inside = new byte[size];
      Arrays.fill(inside, (byte) 255);
    }
    Imgproc.dilate(seeds, casters, around);
    labels.get(0, 0, labelOf);
    casters.get(0, 0, caster);
    seeds.get(0, 0, seed);
    region.ifPresent(one -> one.get(0, 0, inside));
    for (int i = 0; i < size; i++) {
      if (caster[i] != 0 || inside[i] == 0) {
        lone[labelOf[i]] = false;
      }
    }
    for (int i = 0; i < size; i++) {
      if (lone[labelOf[i]]) {
        seed[i] = (byte) 255;
      }
    }
    seeds.put(0, 0, seed);
  }

  @Override
  public void close() {
    mats.close();
  }
}

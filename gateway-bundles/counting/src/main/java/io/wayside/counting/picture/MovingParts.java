// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import io.wayside.counting.vision.Blob;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Brightness;
import io.wayside.counting.vision.Foreground;
import io.wayside.counting.vision.Region;
import io.wayside.counting.vision.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What of a picture is not road. A background model finds the surely foreign pixels; gaps between
 * these are filled where the picture differs from the background at all, so that a dark vehicle on
 * a dark road stays in one piece though the model takes half of it for shadow. Not for several
 * threads.
 */
public final class MovingParts implements AutoCloseable, Foreground {

  /** Different at all, in grey levels. */
  private static final double DIFFERENT = 8;

  /** So much in common, of the smaller one, is hanging together. */
  private static final double GOOD_PART = 0.3;

  /** What reaches over more of the picture is light that changed, and is learnt. */
  private static final double MOST_HANGING = 0.5;

  /** Values of the model's mask. */
  private static final double SHADOW = 127;

  private static final double SURE = 200;

  private static final int GRID_W = 32;
  private static final int GRID_H = 24;

  private final int width;
  private final int height;
  private final double smallestPx;
  private ToDoubleFunction<Box> least; // pixels that a blob there has
  private final Background road = new Background();
  private final Coarseness coarseness;
  private final Steadying steadying = new Steadying();
  private final LogRatio logRatio = new LogRatio();
  private final Relief relief = new Relief();
  private final SkyShade shade = new SkyShade();
  private final LoneShade lone = new LoneShade();
  private Optional<Lamplight> lamplight = Optional.empty();
  private final Night night = new Night(62, 78);
  private boolean dark;
  private final Brightness brightness = new Brightness();
  private final Mats mats = new Mats();
  private final Mat small = mats.one();
  private final Mat cells = mats.one();
  private final Mat mask = mats.one();
  private final Mat sure = mats.one();
  private final Mat filled = mats.one();
  private final Mat difference = mats.one();
  private final Mat grey = mats.one();
  private final Mat usual = mats.one();
  private final Mat different = mats.one();
  private final Mat shadow = mats.one();
  private final Mat labels = mats.one();
  private final Mat stats = mats.one();
  private final Mat centres = mats.one();
  private final Mat noise;
  private final Optional<Mat> within;
  private List<Blob> last = List.of();
  private double meanGrey = 255;
  private double brightest = 255;
  private Mat gap = new Mat();
  private Mat crack = new Mat();
  private final byte[] cellBytes = new byte[GRID_W * GRID_H * 3];
  private final byte[] sureBytes;
  private final byte[] filledBytes;
  private final Features features = new Features(grey, filled);

  /**
   * For pictures that are made this size.
   *
   * @param width of the working picture in pixels
   * @param height of the working picture in pixels
   * @param gapPx gaps up to this are filled where the picture differs from the background
   * @param smallestPx a blob has at least so many pixels
   * @param region in pixels of the working picture
   */
  public MovingParts(
      int width, int height, double gapPx, double smallestPx, Optional<Region> region) {
    this.width = width;
    this.height = height;
    this.least = box -> smallestPx;
    this.smallestPx = smallestPx;
    this.sureBytes = new byte[width * height];
    this.filledBytes = new byte[width * height];
    this.coarseness = new Coarseness(width * height);
    this.noise = mats.kept(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(3, 3)));
    this.within = region.map(this::drawn);
    fillGaps(gapPx, gapPx);
  }

  private Mat drawn(Region region) {
    Mat drawn = mats.kept(new Mat(height, width, CvType.CV_8U, new Scalar(0)));
    Point[] corners =
        region.corners().stream().map(p -> new Point(p.x(), p.y())).toArray(Point[]::new);
    MatOfPoint polygon = new MatOfPoint(corners);
    Imgproc.fillPoly(drawn, List.of(polygon), new Scalar(255));
    polygon.release();
    return drawn;
  }

  /** Gaps up to this are filled from now on where the picture differs from the background. */
  public void fillGaps(double widthPx, double heightPx) {
    gap.release();
    crack.release();
    gap = rectangle(widthPx, heightPx);
    crack = rectangle(widthPx / 2, heightPx / 2);
  }

  /** A blob has at least so many pixels from now on, wherever it is. */
  public void least(ToDoubleFunction<Box> pixels) {
    least = pixels;
  }

  /** Nothing is known of the ground, so lamps are not followed: their light must not be either. */
  public void withoutGround() {
    lamplight = Optional.of(new Lamplight());
  }

  private static Mat rectangle(double width, double height) {
    return Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(odd(width), odd(height)));
  }

  private static int odd(double size) {
    return Math.max(3, 2 * (int) Math.round((size - 1) / 2) + 1);
  }

  /**
   * Blobs of the next picture (BGR, any size).
   *
   * @param vehicles boxes that are not to become background
   */
  public List<Blob> of(Mat picture, double atS, List<Box> vehicles) {
    return of(picture, atS, vehicles, List.of());
  }

  /**
   * The same.
   *
   * @param standing those of them that stand: their shadows are not to become background either
   */
  public List<Blob> of(Mat picture, double atS, List<Box> vehicles, List<Box> standing) {
    shrink(picture);
    boolean due = coarseness.isDue(atS);
    if (due) {
      small.get(0, 0, coarseness.picture());
    }
    steadying.steady(small, road.mean(), road.isKnown(atS));
    evenOut();
    road.see(small, atS, vehicles, standing, hanging(standing), mask);
    shade.judge(small, road.mean(), mask);
    Imgproc.threshold(mask, sure, SURE, 255, Imgproc.THRESH_BINARY);
    Imgproc.morphologyEx(sure, sure, Imgproc.MORPH_OPEN, noise);
    compare();
    meanGrey = Core.mean(usual).val[0];
    Mat ratio = logRatio.of(grey, usual);
    boolean lit = lamplight.filter(one -> one.isLit(ratio, mask, atS)).isPresent();
    dark = night.of(meanGrey) || lit;
    boolean mirrors = dark && !lit && lamplight.isPresent();
    relief.judge(grey, usual, ratio, different, mask, sure, dark && !mirrors);
    if (mirrors) {
      lamplight.ifPresent(one -> one.withoutMirrored(grey, usual, ratio, sure));
    }
    if (!dark) { // lamps cast shadows that ride by themselves
      lone.judge(mask, different, sure, within, smallestPx);
    }
    within.ifPresent(region -> Core.bitwise_and(sure, region, sure));
    sure.get(0, 0, sureBytes);
    fill();
    Imgproc.morphologyEx(filled, filled, Imgproc.MORPH_CLOSE, crack);
    filled.get(0, 0, filledBytes);
    if (due) {
      coarseness.see(filledBytes, atS);
      road.leastDeviation(coarseness.stepLevels());
    }
    last = blobs();
    features.see(atS, !last.isEmpty());
    return last;
  }

  /** What hung together with one that stands: more of it, or somebody else close to it. */
  private List<Box> hanging(List<Box> standing) {
    return last.stream()
        .map(Blob::box)
        .filter(b -> b.area() < MOST_HANGING * width * height)
        .filter(b -> standing.stream().anyMatch(s -> meet(s, b)))
        .toList();
  }

  private static boolean meet(Box a, Box b) {
    return a.overlap(b) > GOOD_PART * Math.min(a.area(), b.area());
  }

  private void shrink(Mat picture) {
    if (picture.cols() == width && picture.rows() == height) {
      picture.copyTo(small);
    } else {
      Imgproc.resize(picture, small, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
    }
  }

  private void evenOut() {
    Imgproc.resize(small, cells, new Size(GRID_W, GRID_H), 0, 0, Imgproc.INTER_AREA);
    cells.get(0, 0, cellBytes);
    double[] means = new double[GRID_W * GRID_H];
    for (int i = 0; i < means.length; i++) {
      means[i] =
          ((cellBytes[3 * i] & 255) + (cellBytes[3 * i + 1] & 255) + (cellBytes[3 * i + 2] & 255))
              / 3.0;
    }
    double more = brightness.of(means);
    brightest = Math.min(255, 255 / more);
    small.convertTo(small, -1, 1 / more, 0);
  }

  /** Where the picture differs from the background at all. */
  private void compare() {
    Imgproc.cvtColor(small, grey, Imgproc.COLOR_BGR2GRAY);
    Imgproc.cvtColor(road.mean(), usual, Imgproc.COLOR_BGR2GRAY);
    Core.absdiff(small, road.mean(), difference);
    Imgproc.cvtColor(difference, shadow, Imgproc.COLOR_BGR2GRAY);
    Imgproc.threshold(shadow, different, DIFFERENT, 255, Imgproc.THRESH_BINARY);
    Imgproc.threshold(mask, shadow, SHADOW - 1, 255, Imgproc.THRESH_BINARY);
    Core.bitwise_or(different, shadow, different);
  }

  private void fill() {
    Imgproc.morphologyEx(sure, filled, Imgproc.MORPH_CLOSE, gap);
    Core.bitwise_and(filled, different, filled);
  }

  private List<Blob> blobs() {
    int count =
        Imgproc.connectedComponentsWithStats(filled, labels, stats, centres, 8, CvType.CV_32S);
    List<Blob> blobs = new ArrayList<>();
    int[] row = new int[5]; // left, top, width, height, area
    for (int i = 1; i < count; i++) {
      stats.get(i, 0, row);
      Box box = new Box(row[0], row[1], row[2], row[3]);
      if (row[4] >= least.applyAsDouble(box)) {
        blobs.add(new Blob(box, row[4]));
      }
    }
    return blobs;
  }

  /** The last picture, made as small as it is worked on; lent until the next one. */
  Mat picture() {
    return small;
  }

  /** The road as it usually is. */
  Mat usual() {
    return road.mean();
  }

  /** The highest level there can be in the last picture, after its exposure was evened. */
  double brightest() {
    return brightest;
  }

  /** How bright it is in the mean, in grey levels. */
  double meanGrey() {
    return meanGrey;
  }

  /** How far the camera had shaken the last picture, in pixels of the working picture. */
  public double shakePx() {
    return steadying.shiftPx();
  }

  /** Knows again what is seen in these pictures. */
  public Sight sight() {
    return features;
  }

  @Override
  public boolean at(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && filledBytes[y * width + x] != 0;
  }

  @Override
  public boolean isDark() {
    return dark;
  }

  @Override
  public int inRow(int y, int fromX, int toX) {
    int count = 0;
    for (int x = Math.max(0, fromX); x < Math.min(width, toX); x++) {
      count += sureBytes[y * width + x] != 0 ? 1 : 0;
    }
    return count;
  }

  @Override
  public int inColumn(int x, int fromY, int toY) {
    int count = 0;
    for (int y = Math.max(0, fromY); y < Math.min(height, toY); y++) {
      count += sureBytes[y * width + x] != 0 ? 1 : 0;
    }
    return count;
  }

  @Override
  public void close() {
    mats.close();
    gap.release();
    crack.release();
    road.close();
    steadying.close();
    logRatio.close();
    relief.close();
    lone.close();
    lamplight.ifPresent(Lamplight::close);
    features.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Drift;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Bodies with panes and lamps are drawn where they are; how their corners moved is known. */
class CornersTest {

  private static final int W = 320;
  private static final int H = 176;
  private static final double HZ = 25;

  private final Random random = new Random(5);
  private Mat grey;
  private Mat foreground;
  private Corners corners;

  @BeforeAll
  static void load() throws Exception {
    io.wayside.opencv.Native.load();
  }

  @BeforeEach
  void begin() {
    grey = new Mat(H, W, CvType.CV_8U);
    foreground = new Mat(H, W, CvType.CV_8U);
    corners = new Corners(grey, foreground);
  }

  @AfterEach
  void end() {
    corners.close();
    grey.release();
    foreground.release();
  }

  /** Brightness of a body at a place of it; a plain one is the same all over. */
  private static double body(double x, double y, boolean plain) {
    double pane = soft(x, 6, 18) * soft(y, 6, 14);
    double lamps = (soft(x, 2, 6) + soft(x, 18, 22)) * soft(y, 20, 24);
    return 130 + (plain ? 0 : 90 * lamps - 80 * pane);
  }

  private static double soft(double at, double from, double to) {
    return Math.max(0, Math.min(1, Math.min(at - from, to - at) + 0.5));
  }

  /** Grain, a stretch of foreground, and a body in it. */
  private void draw(Box foreign, double x, double y, boolean plain, double atS) {
    byte[] pixels = new byte[W * H];
    byte[] there = new byte[W * H];
    for (int row = 0; row < H; row++) {
      for (int column = 0; column < W; column++) {
        boolean on = column >= x && column < x + 24 && row >= y && row < y + 28;
        double value = on ? body(column - x, row - y, plain) : 90;
        boolean in =
            column >= foreign.x()
                && column < foreign.right()
                && row >= foreign.y()
                && row < foreign.bottom();
        there[row * W + column] = (byte) (in ? -1 : 0);
        double shown = value + 1.5 * random.nextGaussian();
        pixels[row * W + column] = (byte) Math.max(0, Math.min(255, Math.round(shown)));
      }
    }
    grey.put(0, 0, pixels);
    foreground.put(0, 0, there);
    corners.see(atS, true);
  }

  private List<Drift> moved(double stepPx, double hz, boolean plain) {
    Box last = new Box(0, 0, 1, 1);
    int pictures = (int) Math.ceil(0.6 * hz);
    for (int i = 0; i <= pictures; i++) {
      last = new Box(60 + stepPx * i, 60, 24, 28);
      Box inside = new Box(last.x() + 2, 62, 20, 24); // its own corners, not its outline
      draw(plain ? inside : last, last.x(), 60, plain, i / hz);
    }
    return corners.drifts(last, pictures / hz - 0.5);
  }

  @Test
  void whatMovesCameFromWhereItWas() {
    for (double step : new double[] {0.5, 2, 5, 9}) {
      List<Drift> drifts = moved(step, HZ, false);
      assertThat(drifts).as("%s a picture", step).hasSizeGreaterThanOrEqualTo(4);
      for (Drift one : drifts) {
        assertThat(one.by().x()).isCloseTo(step * HZ * one.duringS(), within(1.5));
        assertThat(one.by().y()).isCloseTo(0, within(1.0));
      }
      corners.close();
      begin();
    }
  }

  @Test
  void whatStandsHasNotMovedThoughItIsForeground() {
    List<Drift> drifts = moved(0, HZ, false);
    assertThat(drifts).hasSizeGreaterThanOrEqualTo(4);
    assertThat(drifts).allSatisfy(one -> assertThat(one.by().x()).isCloseTo(0, within(0.3)));
    assertThat(drifts).allSatisfy(one -> assertThat(one.duringS()).isGreaterThan(0.2));
  }

  @Test
  void whatLeapsFromPictureToPictureIsNeverSaidToStand() {
    for (double step : new double[] {14, 20, 27, 35, 60}) {
      assertThat(moved(step, 5, false))
          .as("%s a picture", step)
          .filteredOn(one -> one.by().x() < 0.5 * step)
          .hasSizeLessThan(3);
      corners.close();
      begin();
    }
  }

  @Test
  void whatIsPlainIsNeverSaidToStand() {
    assertThat(moved(3, HZ, true))
        .filteredOn(one -> Math.abs(one.by().x()) < 1 && one.duringS() > 0.1)
        .hasSizeLessThan(3);
  }

  @Test
  void nothingIsKeptWhereNothingIs() {
    draw(new Box(60, 60, 24, 28), 60, 60, false, 0);
    corners.close();
    corners = new Corners(grey, foreground);
    for (int i = 0; i < 10; i++) {
      corners.see(i / HZ, false);
    }
    assertThat(corners.drifts(new Box(60, 60, 24, 28), 0)).isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Boxes, regions, lines, rates and brightness, each against counting pixels or plain sums. */
class PicturePartsTest {

  private static final Random RANDOM = new Random(7);

  private static Box some() {
    return new Box(
        RANDOM.nextInt(20), RANDOM.nextInt(20), 1 + RANDOM.nextInt(15), 1 + RANDOM.nextInt(15));
  }

  private static boolean in(Box box, int x, int y) {
    return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
  }

  @Test
  void whatBoxesHaveInCommonIsTheNumberOfPixelsInBoth() {
    for (int i = 0; i < 500; i++) {
      Box a = some();
      Box b = some();
      int common = 0;
      int either = 0;
      for (int x = 0; x < 40; x++) {
        for (int y = 0; y < 40; y++) {
          common += in(a, x, y) && in(b, x, y) ? 1 : 0;
          either += in(a, x, y) || in(b, x, y) ? 1 : 0;
        }
      }
      assertThat(a.overlap(b)).isEqualTo(common);
      assertThat(a.likeness(b)).isCloseTo(common / (double) either, within(1e-12));
      Box both = a.with(b);
      assertThat(both.overlap(a)).isEqualTo(a.area());
      assertThat(both.overlap(b)).isEqualTo(b.area());
    }
  }

  @Test
  void aRegionHoldsWhatLiesOnTheInnerSideOfAllItsEdges() {
    for (int i = 0; i < 300; i++) {
      Point a = new Point(RANDOM.nextDouble() * 10, RANDOM.nextDouble() * 10);
      Point b = new Point(a.x() + 5 + RANDOM.nextDouble() * 20, a.y() + RANDOM.nextDouble() * 3);
      Point c = new Point(b.x() - RANDOM.nextDouble() * 4, b.y() + 5 + RANDOM.nextDouble() * 20);
      Region region = new Region(List.of(a, b, c));
      Point p = new Point(RANDOM.nextDouble() * 40, RANDOM.nextDouble() * 40);
      boolean inside =
          new CountingLine("ab", a, b).distance(p) > 0
              && new CountingLine("bc", b, c).distance(p) > 0
              && new CountingLine("ca", c, a).distance(p) > 0;
      assertThat(region.holds(p)).isEqualTo(inside);
      Point half = p.scaled(0.5, 2);
      assertThat(region.scaled(0.5, 2).holds(half)).isEqualTo(inside);
    }
  }

  @Test
  void aRegionWithANotchDoesNotHoldTheNotch() {
    Region region =
        new Region(
            List.of(
                new Point(0, 0),
                new Point(10, 0),
                new Point(10, 10),
                new Point(5, 2),
                new Point(0, 10)));
    assertThat(region.holds(new Point(5, 1))).isTrue();
    assertThat(region.holds(new Point(5, 8))).isFalse();
    assertThat(region.holds(new Point(1, 7))).isTrue();
  }

  @Test
  void regionsAndLinesThatHoldNothingAreRefused() {
    Point p = new Point(1, 1);
    assertThatThrownBy(() -> new Region(List.of(p, new Point(2, 2))))
        .hasMessageContaining("three or more");
    assertThatThrownBy(() -> new CountingLine("A", p, new Point(1.2, 1)))
        .hasMessageContaining("line A");
  }

  @Test
  void timesBecomeNumbersOfPicturesAtEveryRateWithinTheirBounds() {
    for (double hz : new double[] {4, 5, 10, 15, 25, 30, 60}) {
      Tempo tempo = new Tempo();
      for (int i = 0; i < 200; i++) {
        tempo.picture(i / hz);
      }
      assertThat(tempo.everyS()).isCloseTo(1 / hz, within(1e-6));
      assertThat(tempo.pictures(0.5, 1, 1000)).isCloseTo((int) Math.round(hz / 2), within(1));
      assertThat(tempo.pictures(0.5, 4, 12)).isBetween(4, 12);
    }
  }

  @Test
  void whatIsFollowedHalfWayInATimeIsFollowedHalfWayAtFewerPicturesToo() {
    Tempo tempo = new Tempo();
    for (int i = 0; i < 300; i++) {
      tempo.picture(i / 6.0);
    }
    // Four pictures at 24 Hz leave (1 - 0.2)^4 of the way; one at 6 Hz must leave the same.
    assertThat(1 - tempo.gain(0.2)).isCloseTo(Math.pow(0.8, 4), within(1e-6));
  }

  private static double[] cells(int n, double level) {
    double[] cells = new double[n];
    for (int i = 0; i < n; i++) {
      cells[i] = level + i % 7;
    }
    return cells;
  }

  @Test
  void aStepOfExposureIsToldAsItsFactorWhateverVehiclesAreInThePicture() {
    Brightness brightness = new Brightness();
    for (int i = 0; i < 50; i++) {
      brightness.of(cells(700, 100));
    }
    double[] darker = cells(700, 100);
    for (int i = 0; i < darker.length; i++) {
      darker[i] = i % 3 == 0 ? 240 : (darker[i] + 1) * 0.8 - 1;
    }
    assertThat(brightness.of(darker)).isCloseTo(0.8, within(0.01));
  }

  @Test
  void whatALargeVehicleCoveredIsNoChangeOfExposure() {
    Brightness brightness = new Brightness();
    for (int i = 0; i < 200; i++) {
      double[] cells = cells(768, 110);
      for (int k = 0; k < cells.length; k++) {
        int column = k % 32;
        int row = k / 32;
        int from = i / 3 - 15; // a white lorry, half as wide as the picture, one cell in 3 pictures
        if (row >= 4 && row < 18 && column >= from && column < from + 15) {
          cells[k] = 250;
        }
      }
      assertThat(brightness.of(cells)).as("picture %d", i).isCloseTo(1, within(0.021));
    }
  }

  @Test
  void brightnessThatStaysBecomesUsual() {
    Brightness brightness = new Brightness();
    brightness.of(cells(700, 100));
    List<Double> factors = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      factors.add(brightness.of(cells(700, 100)));
    }
    assertThat(factors).allSatisfy(factor -> assertThat(factor).isCloseTo(1, within(1e-9)));
  }
}

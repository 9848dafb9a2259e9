// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/** Small things on roads that nobody measured, drawn. */
class SolitaryTest {

  private static final int W = 320;
  private static final int H = 180;
  private static final CountingLine ACROSS =
      new CountingLine("A", new Point(0, 90), new Point(W, 90));

  private static List<Counted> counted(DoubleFunction<Blobs> drawing) {
    List<Counted> counted = new ArrayList<>();
    LineCounter counter = new LineCounter(List.of(ACROSS), W, H, false);
    for (int i = 0; i < 25 * 8; i++) {
      Blobs picture = drawing.apply(i / 25.0);
      counted.addAll(counter.see(picture.all(), picture, i / 25.0));
    }
    counted.addAll(counter.rest());
    return counted;
  }

  @Test
  void aSmallVehicleByItselfIsCountedHoweverSmall() {
    for (int side = 5; side <= 12; side++) {
      int small = side;
      assertThat(
              counted(
                  t -> new Blobs(W, H).fill(100, -10 + 30 * t, small, small).fill(250, 20, 40, 30)))
          .as("%d by %d pixels", side, side)
          .hasSize(1);
    }
  }

  /** It comes out of the haze right before the line, and is beyond it when it has moved. */
  @Test
  void whatIsSmallHasComeFromWhereItWasFirstSeen() {
    for (int before = 2; before <= 6; before++) {
      double top = 90 - 4 - before;
      List<Counted> counted =
          counted(t -> new Blobs(W, H).fill(100, t < 2 ? -20 : top + 25 * (t - 2), 8, 8));
      assertThat(counted).as("%d px before the line", before).hasSize(1);
      assertThat(counted.get(0).atS()).isCloseTo(2 + before / 25.0, within(0.1));
    }
  }

  @Test
  void whatIsSmallBesideSomethingLargeIsAPartOfIt() {
    for (int gap = 3; gap <= 12; gap += 3) {
      int apart = gap;
      assertThat(
              counted(
                  t ->
                      new Blobs(W, H)
                          .fill(100, -60 + 30 * t, 40, 30)
                          .fill(140 + apart, -40 + 30 * t, 7, 7)
                          .fill(110, -60 + 30 * t + 30 + apart, 7, 7)))
          .as("%d pixels from it", gap)
          .hasSize(1);
    }
  }

  @Test
  void lightThatChangedElsewhereHidesNobody() {
    assertThat(counted(t -> new Blobs(W, H).fill(100, -10 + 30 * t, 8, 8).fill(10, 160, 300, 20)))
        .hasSize(1);
  }

  @Test
  void ridersAbreastAreCountedHoweverSmall() {
    for (int riders = 2; riders <= 6; riders++) {
      int abreast = riders;
      assertThat(counted(t -> ranks(t, abreast))).as("%d abreast", riders).hasSize(riders);
    }
  }

  private static Blobs ranks(double atS, int riders) {
    Blobs picture = new Blobs(W, H);
    for (int i = 0; i < riders; i++) {
      picture.fill(100 + 13 * i, -12 - i % 2 * 2 + 30 * atS, 8, 11);
    }
    return picture;
  }

  /** What a compressed picture keeps of a vehicle that has left stands where it was. */
  @Test
  void whatIsSmallAndTremblesInItsPlaceIsNothing() {
    Solitary solitary = new Solitary(95, new Box(0, 0, W, H), new Sizes(H));
    for (int i = 0; i < 200; i++) {
      Blob remains = new Blob(new Box(100 + i % 3, 80 - i % 2, 8, 8), 50);
      assertThat(kept(solitary, remains)).as("picture %d", i).isEmpty();
    }
  }

  @Test
  void whatIsSmallAndMovesIsKeptOnceItHasMoved() {
    Solitary solitary = new Solitary(95, new Box(0, 0, W, H), new Sizes(H));
    for (int i = 0; i < 40; i++) {
      Blob rider = new Blob(new Box(100, 20 + 2 * i, 8, 8), 50);
      assertThat(kept(solitary, rider)).as("%d px further", 2 * i).hasSize(2 * i > 6 ? 1 : 0);
    }
  }

  /** Far away a whole car is as small as a lamp of a near one, and others ride close to it. */
  @Test
  void whereVehiclesAreKnownToBeSmallWhatIsSmallIsOne() {
    Blob first = new Blob(new Box(100, 40, 12, 8), 60);
    Blob second = new Blob(new Box(115, 38, 14, 8), 70);
    Blob lamp = new Blob(new Box(108, 52, 7, 5), 26);
    for (int known = 0; known < 6; known++) {
      Sizes sizes = new Sizes(H);
      for (int i = 0; i < known; i++) {
        sizes.saw(i, List.of(new Box(100 + 20 * i, 40, 13, 9), new Box(90 + 20 * i, 150, 60, 45)));
      }
      Solitary solitary = new Solitary(95, new Box(0, 0, W, H), sizes);
      List<Blob> far = List.of(first, second, lamp);
      assertThat(solitary.without(far, box -> false, false, one -> new Point(0, 0), 0))
          .as("%d seen there", known)
          .containsExactlyElementsOf(known < 3 ? List.of() : List.of(first, second));
      List<Blob> near = far.stream().map(SolitaryTest::nearer).toList();
      assertThat(solitary.without(near, box -> false, false, one -> new Point(0, 0), 0))
          .as("%d seen far away", known)
          .isEmpty();
    }
  }

  /** A leaf in the wind is watched for days: what is kept of it must not grow. */
  @Test
  void ofWhatWasWatchedForLongTheFirstPlaceAndTheLatestAreKept() {
    Solitary solitary = new Solitary(95, new Box(0, 0, W, H), new Sizes(H));
    for (int i = 0; i < 5000; i++) {
      kept(solitary, new Blob(new Box(100 + i % 3, 80, 8, 8), 50));
    }
    Box gone = new Box(108, 80, 8, 8);
    assertThat(kept(solitary, new Blob(gone, 50))).hasSize(1);
    List<Step> before = solitary.before(gone);
    assertThat(before).hasSizeBetween(10, Solitary.LONGEST_WAY);
    assertThat(before.get(0).box()).isEqualTo(new Box(100, 80, 8, 8));
    assertThat(before.get(before.size() - 1).box().x()).isEqualTo(100 + 4999 % 3);
  }

  private static Blob nearer(Blob blob) {
    return new Blob(blob.box().moved(0, 100), blob.area());
  }

  private static List<Blob> kept(Solitary solitary, Blob blob) {
    return solitary.without(List.of(blob), box -> false, true, one -> new Point(0, 0), 0);
  }
}

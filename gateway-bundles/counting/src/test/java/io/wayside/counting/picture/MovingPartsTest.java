// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.sighting.Plan;
import io.wayside.counting.sighting.SightFlags;
import io.wayside.counting.sighting.Sighting;
import io.wayside.counting.vision.Blob;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.CountingLine;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Drawn roads with noise: what moves on them is known. */
class MovingPartsTest {

  private static final int W = 320;
  private static final int H = 176;
  private static final List<Box> NONE = List.of();

  private final Drawing drawing = new Drawing(W, H, 11);
  private final MovingParts parts = new MovingParts(W, H, 11, 120, Optional.empty());
  private double everyS = 0.05;
  private double nowS;

  @BeforeAll
  static void load() throws Exception {
    io.wayside.opencv.Native.load();
  }

  @AfterEach
  void close() {
    parts.close();
    drawing.close();
  }

  private List<Blob> next(List<Box> vehicles) {
    nowS += everyS;
    return parts.of(drawing.taken(), nowS, vehicles);
  }

  private void learn(int pictures) {
    for (int i = 0; i < pictures; i++) {
      next(NONE);
    }
  }

  @Test
  void anEmptyRoadWithNoiseHasNoParts() {
    learn(20);
    for (int i = 0; i < 60; i++) {
      assertThat(next(NONE)).isEmpty();
    }
  }

  @Test
  void aVehicleIsOnePartWhereItIsDrawn() {
    learn(40);
    for (int grey : new int[] {25, 200, 240}) {
      drawing.put(new Box(140, 60, 44, 34), grey);
      List<Blob> seen = next(NONE);
      assertThat(seen).as("grey %d", grey).hasSize(1);
      Box box = seen.get(0).box();
      assertThat(box.likeness(new Box(140, 60, 44, 34))).isGreaterThan(0.85);
      drawing.clear();
      learn(3);
    }
  }

  @Test
  void aDarkVehicleOnDarkRoadIsNotTakenForItsShadow() {
    learn(40);
    // Roof and windscreen are as dark as a shadow would be; bumper and rim are not.
    drawing.put(new Box(140, 60, 44, 34), 62);
    drawing.put(new Box(140, 60, 44, 5), 20);
    drawing.put(new Box(140, 89, 44, 5), 20);
    drawing.put(new Box(140, 74, 44, 5), 15);
    List<Blob> seen = next(NONE);
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).box().h()).isGreaterThan(28);
  }

  @Test
  void aStepOfExposureMakesNoParts() {
    learn(60);
    for (double gain : new double[] {0.8, 1.15, 0.9}) {
      drawing.expose(gain);
      int seen = 0;
      for (int i = 0; i < 10; i++) {
        seen += next(NONE).size();
      }
      assertThat(seen).as("gain %s", gain).isZero();
    }
  }

  @Test
  void aShakingCameraMakesNoParts() {
    learn(60);
    int seen = 0;
    double shaken = 0;
    for (int i = 0; i < 60; i++) {
      drawing.shake((int) Math.round(3 * Math.sin(i * 1.3)), (int) Math.round(2 * Math.cos(i)));
      seen += next(NONE).size();
      shaken = Math.max(shaken, parts.shakePx());
    }
    assertThat(seen).isLessThanOrEqualTo(2);
    assertThat(shaken).isBetween(2.0, 5.0);
  }

  /**
   * A camera that sways does not stop when a lorry comes, which differs more than the road does.
   */
  @Test
  void aShakingCameraShakesOnWhileThePictureFills() {
    learn(60);
    for (int grey : new int[] {180, 240}) {
      drawing.shake(2, 1);
      for (int down = 16; down <= 88; down += 6) {
        Box lorry = new Box(30, H - down, 260, down);
        drawing.put(lorry, grey);
        next(List.of(lorry));
        assertThat(parts.shakePx()).as("grey %d, %d px high", grey, down).isBetween(1.8, 3.0);
        drawing.clear();
      }
      drawing.shake(0, 0);
      for (int i = 0; i < 10; i++) {
        next(NONE);
        assertThat(parts.shakePx()).as("picture %d of rest", i).isZero();
      }
    }
  }

  @Test
  void whatIsOutsideTheRegionIsNotSeen() {
    Region left =
        new Region(List.of(new Point(0, 0), new Point(100, 0), new Point(100, H), new Point(0, H)));
    try (MovingParts masked = new MovingParts(W, H, 11, 120, Optional.of(left))) {
      for (int i = 0; i < 30; i++) {
        masked.of(drawing.taken(), i * 0.05, NONE);
      }
      drawing.put(new Box(30, 60, 40, 30), 220);
      drawing.put(new Box(200, 60, 40, 30), 220);
      List<Blob> seen = masked.of(drawing.taken(), 1.5, NONE);
      assertThat(seen).hasSize(1);
      assertThat(seen.get(0).box().right()).isLessThan(101);
    }
  }

  @Test
  void aVehicleThatStandsForAMinuteIsStillThereAndLeavesNoGhost() {
    Box place = new Box(140, 60, 44, 34);
    learn(60);
    drawing.put(place, 200);
    everyS = 0.15;
    for (int i = 0; i < 400; i++) {
      List<Blob> seen = next(List.of(place));
      assertThat(seen).as("after %s s", i * everyS).hasSize(1);
      assertThat(seen.get(0).box().likeness(place))
          .as("%s after %s s", seen, i * 0.05)
          .isGreaterThan(0.8);
    }
    drawing.clear();
    assertThat(next(NONE)).isEmpty();
  }

  @Test
  void whatHangsTogetherWithAPartThatIsHeldStaysAndLeavesNoGhost() {
    Box place = new Box(140, 60, 44, 60);
    List<Box> held = List.of(new Box(140, 60, 44, 14));
    learn(60);
    drawing.put(place, 200);
    for (int i = 1; i <= 400; i++) {
      nowS += 0.15;
      List<Blob> seen = parts.of(drawing.taken(), nowS, held, held);
      assertThat(seen).as("after %s s", i * 0.15).hasSize(1);
      assertThat(seen.get(0).box().likeness(place)).as("%s", seen).isGreaterThan(0.8);
    }
    drawing.clear();
    assertThat(parts.of(drawing.taken(), nowS + 0.15, NONE, NONE)).isEmpty();
  }

  @Test
  void lightThatChangedIsLearntThoughSomebodyStandsInIt() {
    Box place = new Box(140, 60, 44, 34);
    List<Box> held = List.of(place);
    learn(60);
    drawing.put(new Box(0, 0, W, 30), 170); // the sun comes out, between the shades of trees
    for (int x = 10; x < W; x += 80) {
      drawing.put(new Box(x, 30, 20, H - 30), 170);
    }
    drawing.put(place, 20);
    assertThat(biggest(parts.of(drawing.taken(), nowS + 0.1, held, held)).w()).isGreaterThan(W / 2);
    for (int i = 0; i < 600; i++) {
      nowS += 0.15;
      parts.of(drawing.taken(), nowS, held, held);
    }
    Box left = biggest(parts.of(drawing.taken(), nowS + 0.15, held, held));
    assertThat(left.overlap(place)).isGreaterThan(0.8 * place.area());
    assertThat(left.w()).as("only what may be a shadow").isLessThan(2.6 * place.w());
  }

  private static Box biggest(List<Blob> blobs) {
    return Collections.max(blobs, Comparator.comparingDouble(Blob::area)).box();
  }

  @Test
  void whatStandsWithoutHavingComeBecomesRoadWithinSomeTime() {
    learn(60);
    drawing.put(new Box(140, 60, 44, 34), 200);
    everyS = 0.15;
    learn(400);
    assertThat(next(NONE)).isEmpty();
  }

  @Test
  void foregroundIsCountedByRowAndColumnAsItIsDrawn() {
    learn(40);
    drawing.put(new Box(140, 60, 44, 34), 230);
    next(NONE);
    assertThat(parts.inRow(75, 0, W)).isCloseTo(44, within(3));
    assertThat(parts.inColumn(160, 0, H)).isCloseTo(34, within(3));
    assertThat(parts.inRow(20, -5, W + 5)).isLessThan(4);
  }

  @Test
  void vehiclesAreCountedInPicturesLargerThanTheWorkingOne() {
    Plan plan =
        new Plan(
            List.of(new CountingLine("A", new Point(0, 170), new Point(640, 170))),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<Sighting> seen = new ArrayList<>();
    try (Drawing large = new Drawing(640, 352, 12);
        PictureCounter counter = new PictureCounter(plan, 640, 352)) {
      for (int i = 0; i < 20 * 14; i++) {
        double t = i * 0.05;
        large.clear();
        for (int k = 0; k < 3; k++) {
          large.put(new Box(120 + 130 * k, -80 + 150 * (t - 2 - 3 * k), 90, 70), 30 + 90 * k);
        }
        seen.addAll(counter.see(large.taken(), t));
      }
    }
    assertThat(seen).hasSize(3);
    for (int k = 0; k < 3; k++) {
      double truth = 2 + 3 * k + (170 + 80 - 35) / 150.0;
      assertThat(seen.get(k).atS()).isCloseTo(truth, within(0.15));
      assertThat(seen.get(k).flags().has(SightFlags.PIXELS)).isTrue();
    }
  }
}

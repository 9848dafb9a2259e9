// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is left without known vehicles, against drawing the same without them. */
class RemainsTest {

  private static final int W = 160;
  private static final int H = 90;

  private final Remains remains = new Remains(new Box(0, 0, W, H));

  private static Blobs drawn(List<Box> vehicles) {
    Blobs blobs = new Blobs(W, H);
    vehicles.forEach(box -> blobs.fill(box.x(), box.y(), box.w(), box.h()));
    return blobs;
  }

  /** Of the pixels of a picture those that no box, made larger by a pixel, covers. */
  private static Blobs without(Blobs picture, List<Box> known) {
    Blobs rest = new Blobs(W, H);
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        int column = x;
        int row = y;
        boolean covered =
            known.stream()
                .anyMatch(
                    b ->
                        column >= b.x() - 1
                            && column < b.right() + 1
                            && row >= b.y() - 1
                            && row < b.bottom() + 1);
        if (picture.at(x, y) && !covered) {
          rest.fill(x, y, 1, 1);
        }
      }
    }
    return rest;
  }

  @Test
  void whatIsLeftIsWhatHangsTogetherBesideTheKnownOnes() {
    Random random = new Random(21);
    int compared = 0;
    for (int i = 0; i < 400; i++) {
      List<Box> vehicles = new ArrayList<>();
      for (int k = 0; k < 6; k++) {
        vehicles.add(
            new Box(
                random.nextInt(120),
                random.nextInt(60),
                14 + random.nextInt(20),
                14 + random.nextInt(20)));
      }
      List<Box> known = vehicles.subList(0, 2);
      Blobs picture = drawn(vehicles);
      List<Blob> found = remains.of(picture.all(), known, picture);
      List<Blob> expected = without(picture, known).all();
      assertThat(expected).containsAll(found);
      for (Blob blob : expected) {
        boolean small = blob.area() < 0.26 * blob.box().area();
        boolean thin = Math.min(blob.box().w(), blob.box().h()) < 0.36 * 34;
        if (!small && !thin) {
          assertThat(found).contains(blob);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  @Test
  void aStripAlongAKnownOneIsItsEdgeOrItsShadow() {
    Box car = new Box(60, 30, 40, 40);
    Blobs picture = drawn(List.of(new Box(57, 26, 46, 48)));
    assertThat(remains.of(picture.all(), List.of(car), picture)).isEmpty();
  }

  @Test
  void blobsThatNoKnownOneReachesAreNotTouched() {
    List<Box> vehicles = List.of(new Box(10, 10, 20, 20), new Box(80, 40, 20, 20));
    Blobs picture = drawn(vehicles);
    List<Blob> found = remains.of(picture.all(), List.of(vehicles.get(0)), picture);
    assertThat(found).extracting(Blob::box).containsExactly(vehicles.get(1));
    assertThat(remains.of(picture.all(), List.of(), picture)).isEqualTo(picture.all());
  }
}

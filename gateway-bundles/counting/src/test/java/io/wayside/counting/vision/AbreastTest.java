// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Riders side by side whose foreground hangs together by noise alone. */
class AbreastTest {

  private static final int W = 320;
  private static final int H = 180;
  private static final Point DOWN = new Point(0, 60);
  private static final Point SIDEWAYS = new Point(-60, 5);

  private final Random random = new Random(5);

  /** All that is drawn as one. */
  private static Blob one(Blobs drawn) {
    List<Blob> all = drawn.all();
    Box box = all.stream().map(Blob::box).reduce(Box::with).orElseThrow();
    return new Blob(box, all.stream().mapToDouble(Blob::area).sum());
  }

  @Test
  void groupsOfEverySizeArePartedWhicheverWayTheyGo() {
    for (int many = 2; many <= 6; many++) {
      Blobs down = new Blobs(W, H);
      Blobs sideways = new Blobs(W, H);
      for (int i = 0; i < many; i++) {
        int ahead = random.nextInt(6);
        down.fill(60 + 11 * i, 60 + ahead, 8, 20);
        sideways.fill(60 + ahead, 60 + 11 * i, 20, 8);
      }
      List<Blob> columns = Abreast.parts(one(down), down, DOWN);
      List<Blob> rows = Abreast.parts(one(sideways), sideways, SIDEWAYS);
      assertThat(columns).as("%d abreast", many).hasSize(many);
      assertThat(rows).as("%d abreast", many).hasSize(many);
      assertThat(columns).allSatisfy(part -> assertThat(part.box().w()).isEqualTo(8));
      assertThat(columns.stream().mapToDouble(Blob::area).sum()).isEqualTo(one(down).area());
    }
  }

  @Test
  void oneBehindTheOtherAreNotParted() {
    Blobs drawn = new Blobs(W, H).fill(60, 60, 20, 14).fill(60, 78, 20, 14);
    assertThat(Abreast.parts(one(drawn), drawn, DOWN)).hasSize(1);
    assertThat(Abreast.parts(one(drawn), drawn, SIDEWAYS)).hasSize(2);
  }

  @Test
  void whereTheRoadIsMeasuredEachMustLookLikeAVehicle() {
    Splitter splitter = new Splitter(new Sizes(H), Optional.of(new FlatRoad()));
    for (int wide : new int[] {3, 8}) { // FlatRoad has riders of 0.5 to 1 m
      Blobs drawn = new Blobs(W, H);
      for (int i = 0; i < 3; i++) {
        drawn.fill(60 + (wide + 4) * i, 60, wide, 20);
      }
      assertThat(splitter.parts(one(drawn), drawn, DOWN, false))
          .as("three, %d px wide", wide)
          .hasSize(wide == 8 ? 3 : 1);
    }
  }

  @Test
  void aVehicleWhoseBumperReachesFromSideToSideIsNotParted() {
    Blobs car = new Blobs(W, H).fill(60, 60, 6, 30).fill(82, 60, 6, 30).fill(60, 86, 28, 4);
    assertThat(Abreast.parts(one(car), car, DOWN)).hasSize(1);
  }

  @Test
  void aMirrorBesideAVehicleIsNoRider() {
    Blobs lorry = new Blobs(W, H).fill(60, 60, 24, 40).fill(88, 62, 4, 5);
    assertThat(Abreast.parts(one(lorry), lorry, DOWN)).hasSize(1);
  }

  @Test
  void whatDoesNotMoveAlongAnAxisOrNotAtAllIsNotParted() {
    Blobs drawn = new Blobs(W, H).fill(60, 60, 8, 20).fill(71, 60, 8, 20);
    assertThat(Abreast.parts(one(drawn), drawn, new Point(40, 40))).hasSize(1);
    assertThat(Abreast.parts(one(drawn), drawn, new Point(0, 0))).hasSize(1);
  }

  @Test
  void aGroupThatHangsTogetherInMostPicturesIsCountedByHeads() {
    for (int many = 2; many <= 6; many++) {
      LineCounter counter =
          new LineCounter(
              List.of(new CountingLine("A", new Point(0, 90), new Point(W, 90))), W, H, false);
      List<Counted> counted = new ArrayList<>();
      for (int i = 0; i < 25 * 4; i++) {
        Blobs picture = new Blobs(W, H);
        for (int k = 0; k < many; k++) {
          picture.fill(60 + 11 * k, -30 + 60 * i / 25.0 - k % 3, 8, 20);
        }
        boolean together = i % 4 != 0 && !picture.all().isEmpty();
        List<Blob> blobs = together ? List.of(one(picture)) : picture.all();
        counted.addAll(counter.see(blobs, picture, i / 25.0));
      }
      assertThat(counted).as("%d abreast", many).hasSize(many);
    }
  }
}

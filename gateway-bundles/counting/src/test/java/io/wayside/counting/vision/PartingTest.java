// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drawn vehicles that touch, on a road ten pixels to a metre. */
class PartingTest {

  private static final Point DOWN = new Point(0, 80);

  private final Parting parting = new Parting(new FlatRoad());

  private List<Box> parts(Blobs drawn, Point motion) {
    List<Blob> all = drawn.all();
    assertThat(all).hasSize(1);
    return parting.of(all.get(0), drawn, motion).stream()
        .map(Blob::box)
        .sorted(Comparator.comparingDouble(Box::x))
        .toList();
  }

  @Test
  void aRiderBesideACarIsPartedFromItBeforeAnythingIsUsual() {
    Blobs drawn = new Blobs(200, 120).fill(50, 20, 18, 42).fill(68, 40, 3, 3).fill(71, 30, 8, 20);
    List<Box> parts = parts(drawn, DOWN);
    assertThat(parts).hasSize(2);
    assertThat(parts.get(0).right()).isBetween(68.0, 72.0);
    assertThat(parts.get(1)).isEqualTo(new Box(parts.get(1).x(), 30, parts.get(1).w(), 20));
  }

  @Test
  void whatLooksLikeOneVehicleIsNotParted() {
    Blobs hollow = new Blobs(200, 120).fill(50, 20, 3, 42).fill(65, 20, 3, 42).fill(50, 60, 18, 2);
    assertThat(parts(hollow, DOWN)).hasSize(1);
  }

  @Test
  void whatDoesNotBecomeTwoVehiclesStaysOne() {
    Blobs odd = new Blobs(200, 120).fill(10, 20, 80, 12).fill(90, 24, 6, 2).fill(96, 20, 80, 12);
    assertThat(parts(odd, DOWN)).hasSize(1);
  }

  @Test
  void whatIsBehindAVehicleIsNotPartedForItMayBeItsMirrorImage() {
    Blobs drawn = new Blobs(200, 120).fill(50, 10, 18, 42).fill(58, 52, 2, 6).fill(50, 58, 18, 42);
    assertThat(parts(drawn, DOWN)).hasSize(1);
  }
}

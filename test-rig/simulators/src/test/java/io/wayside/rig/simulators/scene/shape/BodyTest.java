// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.scene.view.Vec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BodyTest {

  private static final int SEEDS = 60;

  @ParameterizedTest
  @EnumSource(VehicleKind.class)
  void noPartSticksOutOfWhatTheTruthSaysOfItsSize(VehicleKind kind) {
    for (long seed = 0; seed < SEEDS; seed++) {
      Body body = Body.of(kind, seed);
      for (Face face : body.faces()) {
        for (Vec corner : face.corners()) {
          assertThat(Math.abs(corner.x())).isLessThan(body.lengthM() / 2 + 0.06);
          // Sleeves of a rider reach out a little over the handlebars' width.
          assertThat(Math.abs(corner.y())).isLessThan(body.widthM() / 2 + 0.08);
          assertThat(corner.z()).isGreaterThan(-1e-9);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(VehicleKind.class)
  void itFillsItsSize(VehicleKind kind) {
    for (long seed = 0; seed < SEEDS; seed++) {
      Body body = Body.of(kind, seed);
      double front = most(body, 1);
      double rear = most(body, -1);
      assertThat(front + rear).isGreaterThan(0.6 * body.lengthM());
      assertThat(body.topM()).isBetween(1.4, 4.3);
    }
  }

  private static double most(Body body, int sign) {
    return body.faces().stream()
        .flatMap(face -> face.corners().stream())
        .mapToDouble(corner -> sign * corner.x())
        .max()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(VehicleKind.class)
  void facesAreFlatAndTheirOutsideHasOneMetre(VehicleKind kind) {
    for (Face face : Body.of(kind, 3).faces()) {
      Vec normal = face.normal();
      assertThat(normal.length()).isBetween(1 - 1e-9, 1 + 1e-9);
      for (Vec corner : face.corners()) {
        assertThat(Math.abs(corner.minus(face.corners().get(0)).dot(normal))).isLessThan(0.12);
      }
    }
  }

  @Test
  void theHighestFaceLooksUp() {
    for (VehicleKind kind : VehicleKind.values()) {
      Body body = Body.of(kind, 5);
      boolean up =
          body.faces().stream()
              .filter(face -> face.corners().stream().allMatch(c -> c.z() > body.topM() - 1e-6))
              .allMatch(face -> face.normal().z() > 0.99);
      assertThat(up).as(kind.word()).isTrue();
    }
  }

  @Test
  void theSameSeedGivesTheSameAndOthersOthers() {
    assertThat(Body.of(VehicleKind.CAR, 8)).isEqualTo(Body.of(VehicleKind.CAR, 8));
    assertThat(Body.of(VehicleKind.CAR, 8).lengthM())
        .isNotEqualTo(Body.of(VehicleKind.CAR, 9).lengthM());
  }

  @Test
  void fleetsHaveDarkAndLightVehicles() {
    int dark = 0;
    int light = 0;
    for (long seed = 0; seed < 300; seed++) {
      float green =
          Body.of(VehicleKind.CAR, seed).faces().stream()
              .map(Face::material)
              .filter(m -> m.gloss() > 0.115f && m.gloss() < 0.125f)
              .findFirst()
              .orElseThrow()
              .green();
      dark += green < 0.05 ? 1 : 0;
      light += green > 0.4 ? 1 : 0;
    }
    assertThat(dark).isBetween(60, 180);
    assertThat(light).isBetween(50, 150);
  }
}

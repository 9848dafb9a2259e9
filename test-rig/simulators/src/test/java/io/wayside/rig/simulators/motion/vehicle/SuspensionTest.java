// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuspensionTest {
  private static final List<Suspension> ALL =
      List.of(
          Suspension.STEER_LEAF,
          Suspension.DRIVE_LEAF,
          Suspension.DRIVE_AIR,
          Suspension.TRAILER_LEAF,
          Suspension.TRAILER_AIR,
          Suspension.CAR,
          Suspension.MOTORCYCLE);

  private static double bounceHz(Springs s) {
    double series = s.springNPerM() * s.tyreNPerM() / (s.springNPerM() + s.tyreNPerM());
    return Math.sqrt(series / s.sprungKg()) / (2 * Math.PI);
  }

  @Test
  void theRatedLoadGivesTheRatedSet() {
    for (Suspension suspension : ALL) {
      double kg = suspension.rated().sprungKg() + suspension.rated().unsprungKg();
      Springs same = suspension.carrying(kg, kg);
      assertThat(same.sprungKg()).isCloseTo(suspension.rated().sprungKg(), within(1e-9));
      assertThat(same.springNPerM())
          .isCloseTo(suspension.rated().springNPerM(), within(1e-6 * same.springNPerM()));
      assertThat(same.staticN()).isCloseTo(kg * 9.80665, within(1e-6));
    }
  }

  @Test
  void anAxleOfHalfTheSizeSwingsAtTheSameFrequency() {
    for (Suspension suspension : ALL) {
      double kg = suspension.rated().sprungKg() + suspension.rated().unsprungKg();
      Springs half = suspension.carrying(kg / 2, kg / 2);
      assertThat(bounceHz(half)).isCloseTo(bounceHz(suspension.rated()), within(1e-9));
    }
  }

  @Test
  void anEmptyTrailerIsTheSetOfTheTable() {
    Springs empty = Suspension.TRAILER_LEAF.carrying(8000, 2200);
    assertThat(empty.sprungKg()).isEqualTo(1400);
    assertThat(empty.unsprungKg()).isEqualTo(800);
    assertThat(empty.springNPerM()).isCloseTo(0.3e6, within(0.01e6));
    assertThat(empty.tyreNPerM()).isCloseTo(2.8e6, within(0.05e6));
    assertThat(empty.damperNsPerM()).isCloseTo(15e3, within(0.2e3));
    assertThat(bounceHz(empty)).isCloseTo(2.27, within(0.1));
  }

  @Test
  void lessThanTheAxleItselfCannotBeCarried() {
    assertThatThrownBy(() -> Suspension.DRIVE_LEAF.carrying(10_000, 1000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DRIVE_LEAF")
        .hasMessageContaining("1000.0 kg");
  }

  @Test
  void frictionIsAShareOfTheSpringLoad() {
    Springs springs = Suspension.DRIVE_LEAF.rated().withFriction(0.1);
    assertThat(springs.frictionN()).isCloseTo(8900 * 9.80665 * 0.1, within(1e-6));
    assertThat(springs.frictionless().frictionN()).isZero();
  }

  @Test
  void massesThatNoAxleHasAreRefused() {
    assertThatThrownBy(() -> new Springs(0, 100, 1, 1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sprung 0.0 kg");
  }
}

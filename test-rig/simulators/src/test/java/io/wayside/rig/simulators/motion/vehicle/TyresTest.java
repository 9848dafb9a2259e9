// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.vehicle.Tyres.Across;
import java.util.List;
import org.junit.jupiter.api.Test;

class TyresTest {
  private static final Tyres SINGLE = new Tyres(2.0, 0.3, false, 0.2, Pressure.PARABOLIC);
  private static final Tyres DUAL = new Tyres(1.8, 0.22, true, 0.2, Pressure.PARABOLIC);

  @Test
  void aSingleTyreIsAroundItsSidesMiddle() {
    assertThat(SINGLE.side(true)).containsExactly(new Across(0.85, 1.15));
    assertThat(SINGLE.side(false)).containsExactly(new Across(-1.15, -0.85));
  }

  @Test
  void dualTyresLieOnBothSidesOfTheirMiddleWithAGap() {
    List<Across> left = DUAL.side(true);
    assertThat(left).hasSize(2);
    assertThat(left.get(0).fromM()).isCloseTo(0.9 - 0.055 - 0.22, within(1e-12));
    assertThat(left.get(1).fromM() - left.get(0).toM()).isCloseTo(0.11, within(1e-12));
    assertThat(left.get(1).widthM()).isCloseTo(0.22, within(1e-12));
    // what a reader sees from the side: more than 0.45 m
    assertThat(left.get(1).toM() - left.get(0).fromM()).isGreaterThan(0.45);
  }

  @Test
  void rightIsTheMirrorOfLeft() {
    List<Across> left = DUAL.side(true);
    List<Across> right = DUAL.side(false);
    for (int i = 0; i < 2; i++) {
      assertThat(right.get(i).fromM()).isCloseTo(-left.get(1 - i).toM(), within(1e-12));
    }
  }

  @Test
  void clippingKeepsWhatIsBetween() {
    Across tyre = new Across(0.85, 1.15);
    assertThat(tyre.clipped(0, 1)).isEqualTo(new Across(0.85, 1));
    assertThat(tyre.clipped(2, 3).widthM()).isNegative();
    assertThat(tyre.shifted(-1).fromM()).isCloseTo(-0.15, within(1e-12));
  }

  @Test
  void oneTrackIsAMotorcycle() {
    assertThat(new Tyres(0, 0.1, false, 0.1, Pressure.PARABOLIC).singleTrack()).isTrue();
    assertThat(SINGLE.singleTrack()).isFalse();
  }

  @Test
  void aContactOfNoLengthIsRefused() {
    assertThatThrownBy(() -> new Tyres(2, 0.3, false, 0, Pressure.PARABOLIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("contact 0.0 m");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.ScaleKeys.Tare;
import io.wayside.core.device.ScaleKeys.TareKind;
import io.wayside.core.unit.Mass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaringTest {

  private static final double E = 20;
  private static final double MAX = 60_000;

  private final Taring taring = new Taring(E, MAX, false);

  @Test
  void aWeighedTareIsTheLoadInWholeIntervals() throws Refused {
    taring.weigh(4_991);
    assertThat(taring.inForce()).contains(new Tare(new Mass(5_000), TareKind.WEIGHED));
    taring.weigh(6_000); // again: in place of the one before
    assertThat(taring.kilograms()).isEqualTo(6_000);
    taring.clear();
    assertThat(taring.inForce()).isEmpty();
    assertThat(taring.kilograms()).isZero();
  }

  @Test
  void nothingAndTooMuchAreNoTare() {
    assertThatThrownBy(() -> taring.weigh(9.9)).hasMessageContaining("load it first");
    assertThatThrownBy(() -> taring.weigh(-400)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> taring.weigh(MAX + 1)).hasMessageContaining("60000.0 kg");
    assertThatThrownBy(() -> taring.preset(9)).hasMessageContaining("give at least 20.0 kg");
    assertThatThrownBy(() -> taring.preset(-1)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> taring.preset(Double.NaN)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> taring.preset(MAX + 1)).isInstanceOf(Refused.class);
    assertThat(taring.inForce()).isEmpty();
  }

  @Test
  void aGivenTareDoesNotReplaceAWeighedOne() throws Refused {
    taring.weigh(5_000);
    assertThatThrownBy(() -> taring.preset(100)).hasMessageContaining("clear it first");
    assertThat(taring.kilograms()).isEqualTo(5_000);
    taring.clear();
    taring.preset(100);
    assertThat(taring.inForce()).contains(new Tare(new Mass(100), TareKind.PRESET));
    taring.weigh(7_000); // a weighed one replaces a given one
    assertThat(taring.inForce().orElseThrow().kind()).isEqualTo(TareKind.WEIGHED);
  }

  @Test
  void withTheOptionATareEndsWhenItsLoadHasLeft() throws Refused {
    Taring ending = new Taring(E, MAX, true);
    ending.preset(5_000);
    ending.rested(0); // given before the vehicle came: nothing has left yet
    assertThat(ending.inForce()).isPresent();
    ending.rested(12_000);
    ending.rested(11);
    assertThat(ending.inForce()).isPresent();
    ending.rested(-10);
    assertThat(ending.inForce()).isEmpty();
    ending.weigh(5_000);
    ending.rested(3);
    assertThat(ending.inForce()).isEmpty();
    taring.weigh(5_000);
    taring.rested(0);
    assertThat(taring.inForce()).isPresent(); // without the option it stays
  }

  /** Against decimal arithmetic that knows only: last accepted value, rounded half even to e. */
  @Test
  void whateverIsPressedNetPlusTareIsTheRoundedGross() {
    Random random = new Random(41);
    for (int run = 0; run < 200; run++) {
      Taring any = new Taring(E, MAX, false);
      Optional<BigDecimal> expected = Optional.empty();
      boolean weighed = false;
      for (int step = 0; step < 50; step++) {
        double kg = random.nextInt(14) == 0 ? 10 * random.nextInt(8) : random.nextDouble() * 66_000;
        BigDecimal whole =
            new BigDecimal(kg).divide(BigDecimal.valueOf(20), 0, RoundingMode.HALF_EVEN);
        boolean fits = whole.signum() > 0 && kg <= MAX;
        int key = random.nextInt(3);
        boolean expectedToWork = key == 0 || (fits && (key == 1 || !weighed));
        boolean worked = works(any, key, kg);
        assertThat(worked).as("key %s with %s kg", key, kg).isEqualTo(expectedToWork);
        if (worked) {
          expected = key == 0 ? Optional.empty() : Optional.of(whole);
          weighed = key == 1;
        }
        assertThat(any.kilograms()).isEqualTo(expected.map(n -> n.doubleValue() * 20).orElse(0.0));
      }
    }
  }

  private static boolean works(Taring taring, int key, double kg) {
    try {
      switch (key) {
        case 0 -> taring.clear();
        case 1 -> taring.weigh(kg);
        default -> taring.preset(kg);
      }
      return true;
    } catch (Refused refused) {
      assertThat(refused).hasMessageContaining(":"); // what is wrong: what to do
      return false;
    }
  }
}

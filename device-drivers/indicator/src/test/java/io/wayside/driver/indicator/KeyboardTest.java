// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;
import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.driver.indicator.codec.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyboardTest {

  private static final double MAX = 40_000;

  private final List<String> pressed = new ArrayList<>();
  private final Keyboard keyboard =
      new Keyboard(
          new Keyboard.Wire() {
            @Override
            public Optional<String> missing(Key key) {
              return Optional.empty();
            }

            @Override
            public void press(Key key, String kilograms, WeightReading now) {
              pressed.add(key + kilograms);
            }
          },
          20,
          MAX);

  private static Optional<WeightReading> reading(
      double kg, Motion motion, Basis basis, Flag... flags) {
    return Optional.of(
        new WeightReading(0, new Mass(kg), new Mass(20), motion, basis, Flags.of(flags), "00"));
  }

  private static Optional<WeightReading> resting(double kg) {
    return reading(kg, Motion.AT_REST, Basis.GROSS);
  }

  @Test
  void aRestingLoadIsTakenAsTareAndASmallOneAsZero() throws DeviceException {
    keyboard.press(Key.TARE, resting(4_980));
    keyboard.press(Key.ZERO, resting(1_600));
    keyboard.press(Key.ZERO, resting(-1_600));
    keyboard.press(Key.CLEAR_TARE, reading(1, Motion.MOVING, Basis.NET));
    assertThat(pressed).containsExactly("TARE", "ZERO", "ZERO", "CLEAR_TARE");
  }

  @Test
  void whatMustFailIsNotSent() {
    Optional<WeightReading> moving = reading(500, Motion.MOVING, Basis.GROSS);
    Optional<WeightReading> blank = reading(500, Motion.AT_REST, Basis.GROSS, Flag.OUT_OF_RANGE);
    for (Key key : List.of(Key.ZERO, Key.TARE)) {
      assertThatThrownBy(() -> keyboard.press(key, moving)).hasMessageContaining("not at rest");
      assertThatThrownBy(() -> keyboard.press(key, blank)).isInstanceOf(Refused.class);
    }
    assertThatThrownBy(() -> keyboard.press(Key.TARE, resting(0)))
        .hasMessageContaining("load it first");
    assertThatThrownBy(() -> keyboard.press(Key.ZERO, resting(1_620)))
        .hasMessageContaining("too much"); // 4 % of 40 t are 1600 kg
    assertThatThrownBy(() -> keyboard.press(Key.CLEAR_TARE, Optional.empty()))
        .isInstanceOf(LinkDown.class);
    assertThat(pressed).isEmpty();
  }

  @Test
  void aGivenTareIsRoundedToTheInterval() throws DeviceException {
    keyboard.preset(4_989.9, resting(0));
    keyboard.preset(4_990.1, resting(0));
    keyboard.preset(40_000, resting(0));
    assertThat(pressed).containsExactly("PRESET_TARE4980", "PRESET_TARE5000", "PRESET_TARE40000");
    for (double none : new double[] {0, -20, 9.9, 40_001}) {
      assertThatThrownBy(() -> keyboard.preset(none, resting(0))).isInstanceOf(Refused.class);
    }
  }

  @Test
  void aGivenTareIsWrittenOutWhateverTheInterval() throws DeviceException {
    Random random = new Random(7);
    for (double interval : new double[] {0.005, 0.02, 0.5, 1, 2, 5, 10, 20, 50, 200}) {
      List<String> sent = new ArrayList<>();
      Keyboard fine = new Keyboard(noting(sent), interval, MAX);
      for (int i = 0; i < 100; i++) {
        double kg = interval + random.nextDouble() * 9_000;
        fine.preset(kg, resting(0));
        String text = sent.get(i);
        assertThat(text).matches("[0-9]+(\\.[0-9]+)?");
        double off = Math.abs(Double.parseDouble(text) - kg);
        assertThat(off).isLessThanOrEqualTo(interval / 2 * (1 + 1e-9));
        double steps = Double.parseDouble(text) / interval;
        assertThat(Math.abs(steps - Math.rint(steps))).isLessThan(1e-6);
      }
    }
  }

  private static Keyboard.Wire noting(List<String> sent) {
    return new Keyboard.Wire() {
      @Override
      public Optional<String> missing(Key key) {
        return Optional.empty();
      }

      @Override
      public void press(Key key, String kilograms, WeightReading now) {
        sent.add(kilograms);
      }
    };
  }

  @Test
  void aFormatWithoutCommandsSaysWhereTheKeyIs() {
    assertThat(missing(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, true))
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .contains("XK3190 in continuous mode")
                    .contains("takes no commands: press the key on the indicator"));
    assertThat(missing(IndicatorFormat.DINI_3590E, true))
        .hasValueSatisfying(why -> assertThat(why).contains("DINI_3590E"));
    assertThat(missing(IndicatorFormat.CAS_22, true))
        .hasValueSatisfying(why -> assertThat(why).contains("no command for clear tare"));
  }

  @Test
  void keysMustBeReleasedByTheSite() {
    assertThat(missing(IndicatorFormat.MT_SICS, false))
        .hasValueSatisfying(why -> assertThat(why).contains("takesCommands", "scale-1"));
    assertThat(missing(IndicatorFormat.MT_SICS, true)).isEmpty();
  }

  private static Optional<String> missing(IndicatorFormat format, boolean released) {
    return new FormatKeys("scale-1", format, 1, released, new KeyDesk(10)).missing(Key.CLEAR_TARE);
  }
}

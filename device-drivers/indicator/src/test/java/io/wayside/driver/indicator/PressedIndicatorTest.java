// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import static io.wayside.driver.indicator.Wired.until;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.unit.Mass;
import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.indicator.IndicatorSettings;
import io.wayside.rig.simulators.indicator.IndicatorSettings.OutOfRange;
import io.wayside.rig.simulators.indicator.SimulatedIndicator;
import io.wayside.rig.simulators.transport.BytePipe;
import io.wayside.rig.simulators.transport.PtyPipe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys pressed over a pseudo-terminal at devices that keep their own rules. */
class PressedIndicatorTest {

  @TempDir Path folder;
  private final RealRigClock clock = new RealRigClock();
  private final Captured heard = new Captured();
  private Indicator indicator;

  @AfterEach
  void stop() {
    if (indicator != null) {
      indicator.stop();
    }
    clock.close();
  }

  private void start(BytePipe pipe, IndicatorFormat format, boolean released) {
    indicator =
        new Indicator(
            Wired.config(
                Map.of(
                    "device_id",
                    "scale-1",
                    "link",
                    "serial:" + pipe.address(),
                    "format",
                    format,
                    "takesCommands",
                    released,
                    "scaleIntervalKg",
                    20.0,
                    "maxKg",
                    40_000.0)),
            Wired.links(),
            Wired.TIME);
    indicator.subscribe(heard);
  }

  private void simulate(BytePipe pipe, String format, AtomicReference<Double> kilograms) {
    IndicatorSettings settings =
        new IndicatorSettings(20, 0, 40_000, 20, Duration.ZERO, 0, OutOfRange.BLANK_FRAMES);
    new SimulatedIndicator(
            clock,
            pipe,
            at -> kilograms.get(),
            io.wayside.rig.simulators.indicator.IndicatorFormat.named(format),
            settings)
        .start();
  }

  private void shows(double kg) {
    int before = heard.readings().size();
    until(
        kg + " kg",
        () -> heard.readings().size() > before + 2 && heard.last().mass().kilograms() == kg);
  }

  @Test
  void mtSicsIsTaredClearedAndSetToZero() throws Exception {
    AtomicReference<Double> load = new AtomicReference<>(5_000.0);
    try (BytePipe pipe = new PtyPipe(folder.resolve("ttyScale"))) {
      pipe.open();
      start(pipe, IndicatorFormat.MT_SICS, true);
      simulate(pipe, "mt-sics", load);
      shows(5_000);
      indicator.tare();
      shows(0);
      indicator.clearTare();
      shows(5_000);
      assertThatThrownBy(indicator::zero).hasMessageContaining("too much");
      load.set(400.0);
      shows(400);
      indicator.zero();
      shows(0);
      assertThatThrownBy(() -> indicator.presetTare(new Mass(100)))
          .isInstanceOf(DeviceException.Refused.class) // this device has no number for TA
          .hasMessageContaining("the number");
      assertThat(heard.interruptions()).isEmpty();
    }
  }

  @Test
  void smaIsTaredClearedAndSetToZero() throws Exception {
    AtomicReference<Double> load = new AtomicReference<>(5_000.0);
    try (BytePipe pipe = new PtyPipe(folder.resolve("ttyScale"))) {
      pipe.open();
      start(pipe, IndicatorFormat.SMA_SCP_0499, true);
      simulate(pipe, "sma", load);
      shows(5_000);
      indicator.tare();
      shows(0);
      assertThat(heard.last().basis()).isEqualTo(Basis.NET);
      indicator.clearTare();
      shows(5_000);
      assertThat(heard.last().basis()).isEqualTo(Basis.GROSS);
      load.set(-400.0);
      shows(-400);
      indicator.zero();
      shows(0);
      assertThatThrownBy(() -> indicator.presetTare(new Mass(100)))
          .isInstanceOf(DeviceException.Refused.class)
          .hasMessageContaining("does not know the command");
    }
  }

  /** A terminal that takes single letters, told here in the bytes of the Toledo frame. */
  @Test
  void toledoShowsTheEffectInItsStream() throws Exception {
    String gross = "\u0002" + "20  12340     0\r";
    String net = "\u0002" + "21      0 12340\r";
    AtomicReference<String> frame = new AtomicReference<>(gross);
    try (BytePipe pipe = new PtyPipe(folder.resolve("ttyScale"))) {
      pipe.open();
      start(pipe, IndicatorFormat.TOLEDO_CONTINUOUS, true);
      clock.every(
          Duration.ofMillis(20),
          due -> {
            String keys = new String(pipe.read(), ISO_8859_1);
            frame.updateAndGet(now -> keys.contains("T") ? net : keys.contains("C") ? gross : now);
            pipe.write(frame.get().getBytes(ISO_8859_1));
          });
      shows(12_340);
      indicator.tare();
      shows(0);
      assertThat(heard.last().basis()).isEqualTo(Basis.NET);
      indicator.clearTare();
      shows(12_340);
    }
  }

  @Test
  void withoutReleaseOrCommandsNothingIsSent() throws Exception {
    try (BytePipe pipe = new PtyPipe(folder.resolve("ttyScale"))) {
      pipe.open();
      start(pipe, IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, true);
      simulate(pipe, "yaohua", new AtomicReference<>(20.0));
      shows(20);
      assertThatThrownBy(indicator::zero)
          .isInstanceOf(DeviceException.Refused.class)
          .hasMessageContaining("XK3190 in continuous mode")
          .hasMessageContaining("press the key on the indicator");
      assertThat(indicator.tareInForce()).isEmpty();
    }
  }
}

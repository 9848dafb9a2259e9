// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.fault.FaultyPipe;
import io.wayside.rig.simulators.indicator.IndicatorSettings.OutOfRange;
import io.wayside.rig.simulators.transport.BytePipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedIndicatorTest {

  private static final IndicatorSettings SETTINGS = IndicatorSettings.axlePlatform();

  private final SteppedRigClock clock = new SteppedRigClock();
  private final FramePipe wire = new FramePipe();

  private List<String> run(MassSignal signal, IndicatorSettings settings, Duration time) {
    try (SimulatedIndicator indicator =
        new SimulatedIndicator(clock, wire, signal, YaohuaEncoder.standard(), settings)) {
      indicator.start();
      clock.advance(time);
    }
    clock.advance(Duration.ofSeconds(1));
    return wire.frames;
  }

  private static long valueOf(String frame) {
    return Long.parseLong(frame.substring(1, 8));
  }

  @Test
  void sendsAtItsFrameRateAndStopsWhenClosed() {
    assertThat(run(t -> 0, SETTINGS, Duration.ofSeconds(3))).hasSize(30);
    wire.frames.clear();
    assertThat(run(t -> 0, SETTINGS.withFrameRateHz(25), Duration.ofSeconds(2))).hasSize(50);
  }

  @Test
  void showsASteadyMassRoundedToItsInterval() {
    List<String> frames = run(t -> 12_344, SETTINGS, Duration.ofSeconds(3));
    assertThat(valueOf(frames.get(29))).isEqualTo(12_340);
    assertThat(frames.subList(15, 30)).containsOnly(frames.get(29));
  }

  @Test
  void followsAStepAsAFirstOrderFilterDoes() {
    IndicatorSettings fine =
        new IndicatorSettings(1, 0, 30_000, 10, Duration.ofMillis(500), 0, OutOfRange.SILENCE);
    List<String> frames = run(t -> 10_000, fine, Duration.ofSeconds(2));
    for (int i = 0; i < 20; i++) {
      double seconds = (i + 1) / 10.0;
      double expected = 10_000 * (1 - Math.exp(-(seconds + 0.01) / 0.5));
      assertThat((double) valueOf(frames.get(i))).isCloseTo(expected, within(1.0));
    }
  }

  @Test
  void isBlankAboveMaxAndNineIntervals() {
    assertThat(run(t -> 30_080, SETTINGS, Duration.ofSeconds(3)).get(29)).contains("+030080");
    wire.frames.clear();
    assertThat(run(t -> 30_100, SETTINGS, Duration.ofSeconds(3)).get(29)).contains("+      0");
    wire.frames.clear();
    IndicatorSettings silent = SETTINGS.withOutOfRange(OutOfRange.SILENCE);
    assertThat(run(t -> 300_000, silent, Duration.ofSeconds(3))).isEmpty();
  }

  @Test
  void holdsItsDigitsAtTheEdgeOfAnInterval() {
    MassSignal trembling = t -> 12_345 + 0.6 * Math.sin(t / 3e8);
    List<String> frames = run(trembling, SETTINGS, Duration.ofSeconds(10));
    assertThat(frames.subList(20, 100)).containsOnly(frames.get(99));
  }

  @Test
  void framesDependOnTheirTimeAloneEvenWhenSomeAreLeftOut() {
    MassSignal signal = t -> 5000 + 3000 * Math.sin(t / 1e9);
    Display all = new Display(signal, SETTINGS);
    Display some = new Display(signal, SETTINGS);
    for (long t = 0; t < 100_000_000_000L; t += 100_000_000) {
      Indication shown = all.at(t);
      if (t % 700_000_000 == 0) {
        assertThat(some.at(t)).isEqualTo(shown);
      }
    }
  }

  @Test
  void runsBehindAFaultyWire() {
    FaultyPipe faulty = new FaultyPipe(wire, FaultPlan.rough().withSeed(4), clock);
    try (SimulatedIndicator indicator =
        new SimulatedIndicator(clock, faulty, t -> 500, YaohuaEncoder.standard(), SETTINGS)) {
      indicator.start();
      clock.advance(Duration.ofSeconds(100));
    }
    assertThat(faulty.ledger().framesOffered()).isEqualTo(1000);
    assertThat(faulty.ledger().missing(FaultPlan.rough())).isEmpty();
  }

  @Test
  void refusesSettingsThatCannotBeShown() {
    assertThatThrownBy(
            () -> new IndicatorSettings(0.5, 0, 100, 10, Duration.ZERO, 0, OutOfRange.SILENCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("decimals");
    assertThatThrownBy(() -> SETTINGS.withFrameRateHz(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("frame rate");
  }

  private static final class FramePipe implements BytePipe {
    final List<String> frames = new ArrayList<>();

    @Override
    public void open() {}

    @Override
    public String address() {
      return "frames";
    }

    @Override
    public boolean attached() {
      return true;
    }

    @Override
    public int write(byte[] frame) {
      frames.add(new String(frame, US_ASCII));
      return frame.length;
    }

    @Override
    public byte[] read() {
      return new byte[0];
    }

    @Override
    public void unplug() {}

    @Override
    public void replug() {}

    @Override
    public void close() {}
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.WeightReading;
import io.wayside.core.quality.Flag;
import io.wayside.driver.indicator.Captured;
import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.fault.FaultyPipe;
import io.wayside.rig.simulators.indicator.Indication;
import io.wayside.rig.simulators.indicator.IndicatorEncoder;
import io.wayside.rig.simulators.indicator.IndicatorSettings;
import io.wayside.rig.simulators.indicator.ReversedStreamEncoder;
import io.wayside.rig.simulators.indicator.SimulatedIndicator;
import io.wayside.rig.simulators.indicator.YaohuaEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault of the rig, in simulated time, against the rig's own encoders: what comes out was
 * sent or is within the risk that docs/drivers.md states.
 */
class FaultyLineTest {

  private static final int FRAMES = 30_000;

  /** Delays of the plan pile up; a frame older than this may not come out any more. */
  private static final long OLDEST_NANOS = 5_000_000_000L;

  private final SteppedRigClock clock = new SteppedRigClock();
  private final Captured heard = new Captured();
  private final NavigableMap<Long, Double> sent = new TreeMap<>();

  @ParameterizedTest
  @EnumSource(names = {"YAOHUA_A9_DECIMAL_POSITION", "YAOHUA_A9_SEVEN_DIGITS", "YAOHUA_REVERSED"})
  void almostEveryReadingWasTrulySentAndAWrongOneNeverComesTwice(IndicatorFormat format) {
    FaultyPipe pipe = run(format, FaultPlan.rough().withSeed(11));

    assertThat(pipe.ledger().missing(FaultPlan.rough())).isEmpty();
    assertThat(heard.readings()).hasSizeGreaterThan(FRAMES / 3);
    List<WeightReading> wrong = wrongReadings();
    // 2 % of frames are corrupted, a third of them by two bits, of which one in 59 passes the XOR.
    double expected = FRAMES * 0.02 / 3 / 59;
    assertThat(wrong.size())
        .isLessThanOrEqualTo(
            format == IndicatorFormat.YAOHUA_REVERSED ? 0 : (int) Math.ceil(3 * expected));
    for (int i = 1; i < wrong.size(); i++) {
      assertThat(wrong.get(i).monotonicNanos() - wrong.get(i - 1).monotonicNanos())
          .isGreaterThan(1_000_000_000L);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"YAOHUA_A9_DECIMAL_POSITION", "YAOHUA_A9_SEVEN_DIGITS", "YAOHUA_REVERSED"})
  void withoutFaultsEveryReadingIsTrueAndUnflagged(IndicatorFormat format) {
    run(format, FaultPlan.none());
    assertThat(wrongReadings()).isEmpty();
    assertThat(heard.readings())
        .filteredOn(reading -> !reading.flags().isEmpty())
        .allMatch(reading -> reading.flags().has(Flag.OUT_OF_RANGE))
        .hasSizeLessThan(FRAMES / 10);
    assertThat(heard.interruptions()).isEmpty();
  }

  @Test
  void readingsComeInTheOrderOfTime() {
    run(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, FaultPlan.rough().withSeed(12));
    assertThat(heard.readings().stream().map(WeightReading::monotonicNanos)).isSorted();
  }

  private FaultyPipe run(IndicatorFormat format, FaultPlan plan) {
    IndicatorSettings settings = IndicatorSettings.axlePlatform();
    Settings configured =
        new Settings(
            "scale-1",
            "simulated",
            format,
            settings.intervalKg(),
            settings.capacityKg(),
            2_000_000_000L,
            false);
    IndicatorSession session = new IndicatorSession(configured, heard, clock.nanos());
    SteppedLine line = new SteppedLine(clock, session);
    line.open();
    FaultyPipe pipe = new FaultyPipe(line, plan, clock);
    SimulatedIndicator device =
        new SimulatedIndicator(clock, pipe, FaultyLineTest::axles, noting(format), settings);
    device.start();
    for (int i = 0; i < FRAMES; i++) {
      clock.advance(Duration.ofMillis(100));
    }
    device.close();
    return pipe;
  }

  /** Axles of 1 t to 32 t, each standing for three seconds, with a second of nothing between. */
  private static double axles(long elapsedNanos) {
    long second = elapsedNanos / 1_000_000_000L;
    long axle = second / 4;
    return second % 4 == 3 ? 0 : 1_000 + axle * 2_370 % 31_000;
  }

  private IndicatorEncoder noting(IndicatorFormat format) {
    IndicatorEncoder encoder =
        switch (format) {
          case YAOHUA_A9_DECIMAL_POSITION -> YaohuaEncoder.standard();
          case YAOHUA_A9_SEVEN_DIGITS ->
              new YaohuaEncoder(YaohuaEncoder.Seventh.DIGIT, YaohuaEncoder.Check.OFFSET);
          case YAOHUA_REVERSED -> new ReversedStreamEncoder(8);
          default -> throw new IllegalArgumentException("no encoder of the rig for " + format);
        };
    return new IndicatorEncoder() {
      @Override
      public byte[] encode(Indication shown) {
        sent.put(clock.nanos(), shown.blank() ? 30_090.0 : shown.value());
        return encoder.encode(shown);
      }

      @Override
      public long largest() {
        return encoder.largest();
      }
    };
  }

  /** Readings of a number that was not sent in the seconds before. */
  private List<WeightReading> wrongReadings() {
    List<WeightReading> wrong = new ArrayList<>();
    for (WeightReading reading : heard.readings()) {
      long at = reading.monotonicNanos();
      if (!sent.subMap(at - OLDEST_NANOS, true, at, true)
          .containsValue(reading.mass().kilograms())) {
        wrong.add(reading);
      }
    }
    return wrong;
  }
}

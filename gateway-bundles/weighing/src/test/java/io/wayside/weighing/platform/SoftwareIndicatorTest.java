// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SoftwareIndicatorTest {

  private static final double RATE_HZ = 400;

  private final List<WeightReading> readings = new ArrayList<>();
  private final Random random = new Random(3);
  private SoftwareIndicator indicator = indicator();
  private long sequence;

  private static SoftwareIndicator indicator() {
    try {
      return new SoftwareIndicator(
          Platforms.of(
              "",
              18,
              """
              [{"channel": "a", "newtonsPerUnit": 9.80665, "range": [-20000, 80000]}]""",
              ""),
          List.of("a"));
    } catch (GarbledData impossible) {
      throw new AssertionError(impossible);
    }
  }

  private double now() {
    return sequence / RATE_HZ;
  }

  /** Kilograms as a function of the seconds since this stretch began. */
  private void hear(double seconds, DoubleUnaryOperator kg) {
    int n = (int) Math.round(seconds * RATE_HZ);
    double[] samples = new double[n];
    for (int i = 0; i < n; i++) {
      samples[i] = kg.applyAsDouble(i / RATE_HZ) + 5 * random.nextGaussian();
    }
    indicator.samples(
        new SampleBlock(
            Math.round(now() * 1e9), 1e9 / RATE_HZ, sequence, new double[][] {samples}, Flags.NONE),
        readings::add);
    sequence += n;
  }

  private WeightReading last() {
    return readings.get(readings.size() - 1);
  }

  @BeforeEach
  void empty() {
    hear(5, t -> 123);
  }

  @Test
  void theEmptyPlatformIsSetToZeroOnceItIsQuiet() {
    assertThat(last().mass().kilograms()).isZero();
    assertThat(last().motion()).isEqualTo(Motion.AT_REST);
    assertThat(last().basis()).isEqualTo(Basis.GROSS);
    assertThat(last().flags()).isEqualTo(Flags.NONE);
    assertThat(readings.get(0).mass().kilograms()).isZero(); // nothing is said before the zero
  }

  @Test
  void indicatesInWholeIntervalsTenTimesASecond() {
    int before = readings.size();
    hear(6, t -> 123 + 14_333);
    assertThat(readings.size() - before).isBetween(59, 61);
    assertThat(last().mass().kilograms()).isEqualTo(14_340);
    assertThat(last().resolution().kilograms()).isEqualTo(20);
    double raw = Double.longBitsToDouble(Long.parseUnsignedLong(last().rawFrame(), 16));
    assertThat(raw).isCloseTo(14_333, within(3.0));
  }

  @Test
  void aLoadIsInMotionUntilItsIndicationsAgree() {
    hear(4, t -> 123 + 10_000 + 200 * Math.sin(2 * Math.PI * 0.4 * t));
    assertThat(last().motion()).isEqualTo(Motion.MOVING);
    hear(1.2, t -> 123 + 10_000);
    assertThat(last().motion()).isEqualTo(Motion.MOVING); // 1.5 s filter and 1 s of agreement
    hear(1.8, t -> 123 + 10_000);
    assertThat(last().motion()).isEqualTo(Motion.AT_REST);
  }

  @Test
  void bodyBounceAveragesOut() {
    for (double hz : new double[] {1.3, 1.5, 2.0, 2.7, 9}) {
      hear(6, t -> 123 + 20_000 + 100 * Math.sin(2 * Math.PI * hz * t));
      assertThat(last().motion()).as("%s Hz", hz).isEqualTo(Motion.AT_REST);
      assertThat(last().mass().kilograms()).isEqualTo(20_000);
    }
  }

  @Test
  void errorsStayWithinTheLimitsOfClassIii() {
    for (double kg = 400; kg <= 60_000; kg += 1370) {
      double load = kg;
      hear(4, t -> 123 + load);
      double raw = Double.longBitsToDouble(Long.parseUnsignedLong(last().rawFrame(), 16));
      double limit = (kg <= 10_000 ? 0.5 : kg <= 40_000 ? 1 : 1.5) * 20;
      assertThat(last().motion()).isEqualTo(Motion.AT_REST);
      assertThat(Math.abs(raw - kg)).as("error at %s kg before rounding", kg).isLessThan(limit);
    }
  }

  @Test
  void aTareMakesIndicationsNetUntilItIsCleared() throws Refused {
    assertThatThrownBy(indicator::tare).hasMessageContaining("nothing is on the platform");
    hear(5, t -> 123 + 8_000);
    indicator.tare();
    hear(1, t -> 123 + 8_000);
    assertThat(last().mass().kilograms()).isZero();
    assertThat(last().basis()).isEqualTo(Basis.NET);
    hear(5, t -> 123 + 20_000);
    assertThat(last().mass().kilograms()).isEqualTo(12_000);
    indicator.clearTare();
    hear(0.2, t -> 123 + 20_000);
    assertThat(last().mass().kilograms()).isEqualTo(20_000);
    assertThat(last().basis()).isEqualTo(Basis.GROSS);
  }

  @Test
  void aLoadInMotionIsNoTareAndNoZero() {
    hear(1, t -> 123 + 5_000 * t);
    assertThatThrownBy(indicator::tare).hasMessageContaining("not at rest");
    assertThatThrownBy(indicator::zero).hasMessageContaining("not at rest");
    assertThat(indicator.tareInForce()).isEmpty();
  }

  @Test
  void whatIsOnItAtRestBecomesZeroAndATareEnds() throws Refused {
    hear(5, t -> 123 + 700);
    indicator.tare();
    indicator.zero();
    hear(1, t -> 123 + 700);
    assertThat(last().mass().kilograms()).isZero();
    assertThat(last().basis()).isEqualTo(Basis.GROSS);
    hear(5, t -> 123 + 10_700);
    assertThat(last().mass().kilograms()).isEqualTo(10_000);
    assertThatThrownBy(indicator::zero).hasMessageContaining("too much");
    hear(0.2, t -> 123 + 10_700);
    assertThat(last().mass().kilograms()).isEqualTo(10_000);
  }

  @Test
  void zeroMovesByFourPercentOfMaxInAllHoweverOftenItIsSet() throws Refused {
    hear(5, t -> 123 + 2_300);
    indicator.zero();
    hear(5, t -> 123 + 2_350);
    indicator.zero();
    hear(5, t -> 123 + 2_450); // 4 % of 60 t are 2400 kg
    assertThatThrownBy(indicator::zero).isInstanceOf(Refused.class);
    assertThat(last().mass().kilograms()).isEqualTo(100);
  }

  @Test
  void aGivenTareMakesAnEmptyPlatformIndicateLessThanZero() throws Refused {
    indicator.presetTare(400.4);
    hear(1, t -> 123);
    assertThat(last().mass().kilograms()).isEqualTo(-400);
    assertThat(last().basis()).isEqualTo(Basis.NET);
    assertThat(indicator.tareInForce()).isPresent();
  }

  @Test
  void aTareDoesNotRaiseTheCapacity() throws Refused {
    hear(5, t -> 123 + 30_000);
    indicator.tare();
    hear(5, t -> 123 + 60_200);
    assertThat(last().flags().has(Flag.OUT_OF_RANGE)).isTrue();
  }

  @Test
  void afterLostSamplesNothingCanBeSetBeforeARest() {
    hear(5, t -> 123 + 8_000);
    indicator.interrupted();
    assertThatThrownBy(indicator::tare).hasMessageContaining("not at rest");
  }

  @Test
  void aboveMaxAndNineIntervalsItIsOutOfRange() {
    hear(5, t -> 123 + 60_000 + 170);
    assertThat(last().flags().has(Flag.OUT_OF_RANGE)).isFalse();
    hear(5, t -> 123 + 60_000 + 200);
    assertThat(last().flags().has(Flag.OUT_OF_RANGE)).isTrue();
    hear(5, t -> 123 - 500);
    assertThat(last().flags().has(Flag.OUT_OF_RANGE)).isTrue();
  }

  @Test
  void aConverterAtItsEndIsOutOfRangeAndNeverAtRest() {
    hear(5, t -> 90_000);
    assertThat(last().flags().has(Flag.OUT_OF_RANGE)).isTrue();
    assertThat(last().motion()).isEqualTo(Motion.MOVING);
  }

  @Test
  void slowZeroDriftIsFollowedAndAStandingLoadIsNot() {
    hear(100, t -> 123 + 1.0 * t); // 100 kg in 100 s: five intervals
    assertThat(last().mass().kilograms()).isZero();
    hear(60, t -> 223 + 36);
    assertThat(last().mass().kilograms()).isEqualTo(40);
  }

  @Test
  void aRestingLoadThatDriftsIsCreep() {
    hear(6, t -> 123 + 30_000);
    assertThat(last().flags()).isEqualTo(Flags.NONE);
    hear(60, t -> 123 + 30_000 + 0.5 * t);
    assertThat(last().flags().has(MotionFlags.CREEP)).isTrue();
    hear(3, t -> 123 + 40_000);
    assertThat(last().flags().has(MotionFlags.CREEP)).isFalse();
  }

  @Test
  void aZeroThatDoesNotReturnIsTold() {
    hear(6, t -> 123 + 30_000);
    hear(5, t -> 123 + 45);
    assertThat(last().flags().has(MotionFlags.ZERO_NOT_RETURNED)).isTrue();
    hear(6, t -> 123 + 30_000);
    hear(6, t -> 123 + 4);
    assertThat(last().flags()).isEqualTo(Flags.NONE);
  }

  @Test
  void aStartUnderAHeavyLoadHasNoZero() {
    indicator = indicator();
    readings.clear();
    hear(5, t -> 15_000); // more than 20 % of Max
    assertThat(readings).isEmpty();
    hear(3, t -> 15_000);
    assertThat(last().flags().has(MotionFlags.ZERO_OFF)).isTrue();
    hear(6, t -> 100);
    assertThat(last().flags().has(MotionFlags.ZERO_OFF)).isFalse();
    assertThat(last().mass().kilograms()).isZero();
  }

  @Test
  void readingsDoNotDependOnHowTheSamplesAreCut() {
    double[] samples = random.doubles(8000, 100, 110).toArray();
    List<List<WeightReading>> all = new ArrayList<>();
    for (int size : new int[] {8000, 1, 37, 1000}) {
      SoftwareIndicator each = indicator();
      List<WeightReading> said = new ArrayList<>();
      for (int from = 0; from < samples.length; from += size) {
        int to = Math.min(samples.length, from + size);
        double[][] part = {java.util.Arrays.copyOfRange(samples, from, to)};
        each.samples(
            new SampleBlock(
                Math.round(from * 1e9 / RATE_HZ), 1e9 / RATE_HZ, from, part, Flags.NONE),
            said::add);
      }
      all.add(said);
    }
    assertThat(all.subList(1, 4)).allSatisfy(said -> assertThat(said).isEqualTo(all.get(0)));
  }

  @Test
  void afterLostSamplesNothingIsAtRestUntilTheFilterIsFullAgain() {
    hear(5, t -> 123 + 10_000);
    sequence += 1000;
    int before = readings.size();
    hear(1.4, t -> 123 + 10_000);
    assertThat(readings).hasSize(before);
    hear(1, t -> 123 + 10_000);
    assertThat(last().motion()).isEqualTo(Motion.MOVING);
    hear(1, t -> 123 + 10_000);
    assertThat(last().motion()).isEqualTo(Motion.AT_REST);
  }
}

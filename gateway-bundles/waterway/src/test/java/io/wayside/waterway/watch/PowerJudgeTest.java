// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Batteries by voltage, by current and by their own word. */
class PowerJudgeTest {

  private static final long HOUR = 3_600_000_000_000L;
  private static final PowerRules LEAD = PowerRules.usual();

  private PowerJudge judge = of(LEAD);
  private long nanos;

  private static PowerJudge of(PowerRules rules) {
    return new PowerJudge(rules, new Answer<>(PowerState.UNKNOWN, "nothing yet", 0));
  }

  private PowerState read(Map<AidQuantity, Double> quantities) {
    nanos += HOUR;
    judge.report(told(quantities), Set.of(), Set.of());
    return state();
  }

  private AidReport told(Map<AidQuantity, Double> quantities) {
    AidReport none = AidReport.of(nanos, "lantern:1");
    return new AidReport(
        nanos,
        none.aid(),
        none.name(),
        none.presence(),
        none.fix(),
        none.offPosition(),
        none.light(),
        none.racon(),
        none.alarm(),
        none.mode(),
        none.rhythm(),
        quantities,
        Set.of(),
        Set.of(),
        none.inputs());
  }

  private PowerState state() {
    return judge.judge(nanos, 12 * HOUR).state();
  }

  /** A day whose low is so high; the sun lifts it at noon. */
  private PowerState day(double lowV) {
    for (int hour = 0; hour < 24; hour++) {
      read(Map.of(AidQuantity.SUPPLY_V, lowV + (hour > 8 && hour < 16 ? 1.2 : 0)));
    }
    return state();
  }

  @Test
  void aBatteryThatHoldsIsGoodAfterItsFirstDay() {
    assertThat(day(12.6)).isEqualTo(PowerState.UNKNOWN);
    for (int i = 0; i < 10; i++) {
      assertThat(day(12.6)).isEqualTo(PowerState.GOOD);
    }
  }

  @Test
  void aBatteryThatFallsIsLowDaysBeforeItIsEmptyAndSaysHowMany() {
    double volts = 12.75;
    int days = 0;
    while (day(volts) != PowerState.LOW) {
      volts -= 0.1; // a tenth of it a day
      assertThat(++days).isLessThan(12);
    }
    Answer<PowerState> low = judge.judge(nanos, 12 * HOUR);
    double left = LEAD.chemistry().full(volts, 12) / 0.1;

    assertThat(left).isBetween(1.0, 3.0);
    assertThat(low.reason()).containsPattern("[0-9.]+ % a day, lasts [0-9.]+ days");
  }

  @Test
  void twoDaysOfStormAreNoFaultOfAFullBattery() {
    for (int i = 0; i < 5; i++) {
      day(12.7);
    }
    assertThat(day(12.62)).isEqualTo(PowerState.GOOD);
    assertThat(day(12.54)).isEqualTo(PowerState.GOOD);
    assertThat(day(12.7)).isEqualTo(PowerState.GOOD);
  }

  @Test
  void currentsSayMoreThanTheVoltage() {
    judge = of(new PowerRules(Chemistry.LIFEPO4, 12, 100, 25, 3, 0.2));
    for (int hour = 0; hour < 72; hour++) {
      read(
          Map.of(
              AidQuantity.SUPPLY_V, 13.15,
              AidQuantity.CHARGE_A, hour % 24 > 8 && hour % 24 < 14 ? 1.0 : 0.0,
              AidQuantity.LOAD_A, 1.5));
    }
    // 5 Ah in, 36 Ah out of 100: the flat voltage of its kind shows nothing of it.
    assertThat(state()).isEqualTo(PowerState.LOW);
    assertThat(judge.judge(nanos, 12 * HOUR).reason()).containsPattern("-3[01].[0-9] % a day");
  }

  @Test
  void flatIsToldWithinMinutesAndEndsWhenItIsCharged() {
    day(12.5);
    day(12.5);
    for (int i = 0; i < 3; i++) {
      read(Map.of(AidQuantity.SUPPLY_V, 10.4));
    }
    assertThat(state()).isEqualTo(PowerState.FLAT);
    assertThat(judge.judge(nanos, 12 * HOUR).reason()).contains("10.40 V");
    for (int i = 0; i < 3; i++) {
      day(12.6);
    }
    assertThat(state()).isEqualTo(PowerState.GOOD);
  }

  @Test
  void oneBadReadingAndZeroVoltsAreNothing() {
    day(12.6);
    day(12.6);
    for (int i = 0; i < 100; i++) {
      read(Map.of(AidQuantity.SUPPLY_V, i % 20 == 0 ? 9.0 : i % 10 == 5 ? 0.0 : 12.6));
      assertThat(state()).isEqualTo(PowerState.GOOD);
    }
  }

  @Test
  void itsOwnWordCountsWhenItIsSaidTwice() {
    Set<AidSign> tells = Set.of(AidSign.BATTERY_LOW, AidSign.BATTERY_FLAT);
    judge.report(told(Map.of()), Set.of(), tells);
    judge.report(told(Map.of()), Set.of(), tells);
    assertThat(state()).isEqualTo(PowerState.GOOD);
    judge.report(told(Map.of()), Set.of(AidSign.BATTERY_LOW), tells);
    assertThat(state()).isEqualTo(PowerState.GOOD);
    judge.report(told(Map.of()), Set.of(AidSign.BATTERY_LOW), tells);
    assertThat(state()).isEqualTo(PowerState.LOW);
    judge.report(told(Map.of()), tells, tells);
    judge.report(told(Map.of()), tells, tells);
    assertThat(state()).isEqualTo(PowerState.FLAT);
    nanos += 13 * HOUR;
    assertThat(state()).isEqualTo(PowerState.UNKNOWN);
  }

  @Test
  void curvesRiseFromEmptyToFullWhateverTheNominalVoltage() {
    for (Chemistry kind : Chemistry.values()) {
      double before = -1;
      for (double v = 9; v < 15; v += 0.01) {
        double full = kind.full(v, 12);
        assertThat(full).isBetween(Math.max(0, before), 1.0);
        assertThat(kind.full(2 * v, 24)).isCloseTo(full, within(1e-12));
        before = full;
      }
      assertThat(kind.full(9, 12)).isZero();
      assertThat(kind.full(15, 12)).isEqualTo(1);
      assertThat(kind.capacityAt(0)).isLessThan(kind.capacityAt(30)).isGreaterThan(0.3);
    }
  }
}

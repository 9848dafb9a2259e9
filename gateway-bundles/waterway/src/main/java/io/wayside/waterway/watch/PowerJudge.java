// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import java.util.Locale;
import java.util.Set;

/** Whether the battery lasts: by its own word, by its voltage now, and by forecast. */
final class PowerJudge {

  private static final int REPORTS = 2;
  private static final long FLAT_FOR = 10 * Span.MINUTE;

  /** How far above the limit it must be to be good again. */
  private static final double DAYS_MORE = 1;

  private static final double FULLER = 0.05;

  private final PowerRules rules;
  private final Forecast forecast;
  private final Spell<Boolean> flat = new Spell<>();
  private final Spell<PowerState> word = new Spell<>();
  private final Spell<PowerState> reckoned = new Spell<>();
  private Answer<PowerState> answer;
  private boolean everTold;
  private long toldNanos;

  PowerJudge(PowerRules rules, Answer<PowerState> first) {
    this.rules = rules;
    this.forecast = new Forecast(rules);
    this.answer = first;
  }

  void restore(Answer<PowerState> before, long lastNanos) {
    answer = before;
    everTold = true;
    toldNanos = lastNanos;
  }

  void report(AidReport report, Set<AidSign> signs, Set<AidSign> tells) {
    long nanos = report.monotonicNanos();
    Double supply = report.quantities().get(AidQuantity.SUPPLY_V);
    boolean volts = supply != null && supply > 0;
    boolean words =
        tells.contains(AidSign.BATTERY_LOW)
            || tells.contains(AidSign.BATTERY_FLAT)
            || tells.contains(AidSign.SUPPLY_FAILED);
    if (!volts && !words) {
      return;
    }
    everTold = true;
    toldNanos = nanos;
    if (supply != null && supply > 0) {
      forecast.read(nanos, report.quantities());
      flat.see(supply < rules.chemistry().flatV(rules.nominalV()), nanos);
    }
    if (words) {
      word.see(
          signs.contains(AidSign.BATTERY_FLAT)
              ? PowerState.FLAT
              : signs.contains(AidSign.BATTERY_LOW) || signs.contains(AidSign.SUPPLY_FAILED)
                  ? PowerState.LOW
                  : PowerState.GOOD,
          nanos);
    }
    decide(nanos, supply == null ? 0 : supply);
  }

  private void decide(long nanos, double supply) {
    reckoned.see(byForecast(), nanos);
    boolean empty = flat.lasts(true, nanos, FLAT_FOR, REPORTS + 1);
    if (empty || word.lasts(PowerState.FLAT, nanos, 0, REPORTS)) {
      String volts = String.format(Locale.ROOT, "%.2f V", supply);
      tell(
          PowerState.FLAT,
          empty ? flat.sinceNanos() : word.sinceNanos(),
          empty ? volts + " for " + Span.words(nanos - flat.sinceNanos()) : "by its own word");
    } else if (word.lasts(PowerState.LOW, nanos, 0, REPORTS)) {
      tell(PowerState.LOW, word.sinceNanos(), "by its own word; " + forecastWords());
    } else if (reckoned.what() == PowerState.LOW) {
      tell(PowerState.LOW, reckoned.sinceNanos(), forecast.words());
    } else if (better(nanos)) {
      tell(PowerState.GOOD, reckoned.sinceNanos(), forecastWords());
    }
  }

  /** What was flat is good again when nothing says otherwise for as long. */
  private boolean better(long nanos) {
    boolean silent = word.what() == null || word.lasts(PowerState.GOOD, nanos, 0, REPORTS);
    boolean charged = flat.what() == null || flat.lasts(false, nanos, FLAT_FOR, REPORTS + 1);
    boolean known =
        reckoned.what() == PowerState.GOOD
            || (reckoned.what() == PowerState.UNKNOWN && word.what() == PowerState.GOOD);
    return silent && charged && known;
  }

  private PowerState byForecast() {
    if (forecast.full().isEmpty()) {
      return PowerState.UNKNOWN;
    }
    boolean wasLow = answer.state() == PowerState.LOW || answer.state() == PowerState.FLAT;
    double days = forecast.daysLeft().orElse(Double.POSITIVE_INFINITY);
    boolean low =
        days < rules.lowDays() + (wasLow ? DAYS_MORE : 0)
            || forecast.full().getAsDouble() <= rules.reserve() + (wasLow ? FULLER : 0);
    return low ? PowerState.LOW : PowerState.GOOD;
  }

  private String forecastWords() {
    return forecast.full().isPresent() ? forecast.words() : "it does not say that it is low";
  }

  private void tell(PowerState now, long since, String reason) {
    if (answer.state() != now) {
      answer = new Answer<>(now, reason, since);
    }
  }

  Answer<PowerState> judge(long nanos, long freshNanos) {
    boolean known =
        answer.state() != PowerState.UNKNOWN && answer.state() != PowerState.NOT_WATCHED;
    if (known && everTold && nanos - toldNanos >= freshNanos) {
      answer =
          new Answer<>(
              PowerState.UNKNOWN,
              "nothing told of the battery for "
                  + Span.words(nanos - toldNanos)
                  + "; last it was "
                  + answer.code(),
              toldNanos);
      word.end();
      flat.end();
    }
    return answer;
  }
}

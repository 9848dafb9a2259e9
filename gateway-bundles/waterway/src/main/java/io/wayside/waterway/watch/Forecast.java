// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import io.wayside.core.water.AidQuantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long a battery lasts: how full it is at the low of each day, and by how much that changes
 * from day to day, by currents where they are told, else by voltage. The median of the last days is
 * taken, so that one day of rain is none of the battery's faults, and a week of it is a forecast.
 */
final class Forecast {

  private static final int DAYS = 5;
  private static final int LEAST_READINGS = 4;
  private static final long APART = 2 * Span.MINUTE;
  private static final long LONGEST_GAP = 2 * Span.HOUR;

  /** Slower changes are the voltage's noise. */
  private static final double NOTHING = 0.004;

  private final PowerRules rules;
  private final Deque<Double> lows = new ArrayDeque<>();
  private final Deque<Double> changes = new ArrayDeque<>();
  private final List<Double> volts = new ArrayList<>();
  private boolean begun;
  private long dayNanos;
  private long lastNanos;
  private double ampereHours;
  private long balancedNanos;

  Forecast(PowerRules rules) {
    this.rules = rules;
  }

  void read(long nanos, Map<AidQuantity, Double> quantities) {
    Double supply = quantities.get(AidQuantity.SUPPLY_V);
    if (supply == null || !(supply > 0) || (begun && nanos - lastNanos < APART)) {
      return; // Zero volts are a wire's word for not measured.
    }
    if (!begun) {
      begun = true;
      dayNanos = nanos;
      lastNanos = nanos;
    }
    while (nanos - dayNanos >= Span.DAY) {
      endDay();
    }
    balance(nanos - lastNanos, quantities);
    volts.add(supply);
    lastNanos = nanos;
  }

  private void balance(long gap, Map<AidQuantity, Double> quantities) {
    Double in = quantities.get(AidQuantity.CHARGE_A);
    Double out = quantities.get(AidQuantity.LOAD_A);
    if (in != null && out != null && gap <= LONGEST_GAP) {
      ampereHours += (in - out) * gap / Span.HOUR;
      balancedNanos += gap;
    }
  }

  private void endDay() {
    dayNanos += Span.DAY;
    if (volts.size() >= LEAST_READINGS) {
      Collections.sort(volts);
      double low = rules.chemistry().full(volts.get(volts.size() / 10), rules.nominalV());
      boolean byCurrent = rules.capacityAh() > 0 && balancedNanos >= 0.8 * Span.DAY;
      if (byCurrent) {
        double usable = rules.capacityAh() * rules.chemistry().capacityAt(rules.batteryCel());
        double whole = ampereHours * Span.DAY / balancedNanos;
        keep(changes, whole / usable);
      } else if (!lows.isEmpty()) {
        keep(changes, low - lows.getLast());
      }
      keep(lows, low);
    } else {
      lows.clear(); // A day without readings parts what was before from what comes.
      changes.clear();
    }
    volts.clear();
    ampereHours = 0;
    balancedNanos = 0;
  }

  private static void keep(Deque<Double> last, double value) {
    last.addLast(value);
    if (last.size() > DAYS) {
      last.removeFirst();
    }
  }

  /** How full it was at the last day's low; empty before the first day is over. */
  OptionalDouble full() {
    return lows.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(lows.getLast());
  }

  /** Days until it is empty; infinite while it does not fall; empty while that cannot be told. */
  OptionalDouble daysLeft() {
    if (lows.isEmpty() || changes.isEmpty()) {
      return OptionalDouble.empty();
    }
    double change = median(changes);
    return OptionalDouble.of(
        change >= -NOTHING ? Double.POSITIVE_INFINITY : lows.getLast() / -change);
  }

  private static double median(Collection<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  String words() {
    String text =
        String.format(Locale.ROOT, "%.0f %% full at the day's low", 100 * full().orElse(0));
    OptionalDouble left = daysLeft();
    if (left.isEmpty()) {
      return text + ", one day is no forecast yet";
    }
    return left.getAsDouble() > 365
        ? text + ", not falling over " + changes.size() + " days"
        : text
            + String.format(
                Locale.ROOT,
                ", %+.1f %% a day, lasts %.1f days",
                100 * median(changes),
                left.getAsDouble());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rest;

import io.wayside.core.device.WeightReading;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Consecutive readings that all lie within the band; may or may not be a rest yet. */
final class Run {

  /** More than this is not kept; the run goes on and forgets its oldest readings' details. */
  static final int KEPT = 512;

  /** Binary fractions of decimal indications must not turn one interval into slightly more. */
  private static final double ROUNDING_KG = 1e-6;

  private final RestRule rule;
  private final ArrayDeque<WeightReading> kept = new ArrayDeque<>();
  private long fromNanos;
  private long countedAtNanos;
  private int counted;
  private int readings;
  private double lowestKg;
  private double highestKg;

  Run(RestRule rule) {
    this.rule = rule;
  }

  boolean takes(WeightReading reading) {
    if (readings == 0) {
      return true;
    }
    double kg = reading.mass().kilograms();
    return Math.max(highestKg, kg) - Math.min(lowestKg, kg) <= bandKg(reading) + ROUNDING_KG;
  }

  /** A coarse indication cannot be judged by a band finer than its own step. */
  private double bandKg(WeightReading reading) {
    return Math.max(rule.bandKg(), reading.resolution().kilograms());
  }

  void add(WeightReading reading) {
    double kg = reading.mass().kilograms();
    if (readings == 0) {
      fromNanos = reading.monotonicNanos();
      countedAtNanos = fromNanos;
      counted = 1;
      lowestKg = kg;
      highestKg = kg;
    } else {
      if (reading.monotonicNanos() - countedAtNanos >= rule.burstNanos()
          && reading.monotonicNanos() > countedAtNanos) {
        countedAtNanos = reading.monotonicNanos();
        counted++;
      }
      lowestKg = Math.min(lowestKg, kg);
      highestKg = Math.max(highestKg, kg);
    }
    readings++;
    kept.addLast(reading);
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
  }

  boolean atRest() {
    return counted >= rule.readings() && countedAtNanos - fromNanos >= rule.forNanos();
  }

  /** The longest run of latest readings that goes together with the next one, and the next one. */
  Run continuedWith(WeightReading next) {
    ArrayDeque<WeightReading> fitting = new ArrayDeque<>();
    double lowest = next.mass().kilograms();
    double highest = lowest;
    fitting.addFirst(next);
    for (Iterator<WeightReading> back = kept.descendingIterator(); back.hasNext(); ) {
      WeightReading earlier = back.next();
      lowest = Math.min(lowest, earlier.mass().kilograms());
      highest = Math.max(highest, earlier.mass().kilograms());
      if (highest - lowest > bandKg(next) + ROUNDING_KG) {
        break;
      }
      fitting.addFirst(earlier);
    }
    Run run = new Run(rule);
    fitting.forEach(run::add);
    return run;
  }

  Plateau plateau() {
    List<WeightReading> byMass =
        kept.stream()
            .sorted(Comparator.comparing(WeightReading::mass)) // stable: the earliest of equals
            .toList();
    WeightReading deciding = byMass.get((byMass.size() - 1) / 2);
    return new Plateau(fromNanos, countedAtNanos, readings, spreadKg(), deciding);
  }

  private double spreadKg() {
    double mean = kept.stream().mapToDouble(r -> r.mass().kilograms()).average().orElse(0);
    double squares = 0;
    for (WeightReading reading : kept) {
      double off = reading.mass().kilograms() - mean;
      squares += off * off;
    }
    return Math.sqrt(squares / Math.max(1, kept.size() - 1));
  }
}

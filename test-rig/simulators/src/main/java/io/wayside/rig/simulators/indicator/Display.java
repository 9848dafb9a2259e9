// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

/** From converter to display: filter, range, rounding to the interval. Converts at 100 Hz. */
final class Display {

  static final long CONVERSION_NANOS = 10_000_000;

  private final MassSignal signal;
  private final IndicatorSettings settings;
  private final double gain;
  private long nextConversionNanos;
  private double filteredKg;
  private long shownIntervals;

  Display(MassSignal signal, IndicatorSettings settings) {
    this.signal = signal;
    this.settings = settings;
    double filterNanos = settings.filter().toNanos();
    this.gain = filterNanos == 0 ? 1 : 1 - Math.exp(-CONVERSION_NANOS / filterNanos);
  }

  /** What is shown at that time; every conversion up to it is made, however late the call. */
  Indication at(long elapsedNanos) {
    while (nextConversionNanos <= elapsedNanos) {
      convert();
      nextConversionNanos += CONVERSION_NANOS;
    }
    if (Math.abs(filteredKg) > settings.capacityKg() + 9 * settings.intervalKg()) {
      return Indication.blank(settings.decimals());
    }
    return Indication.of(shownIntervals * settings.unitsPerInterval(), settings.decimals());
  }

  private void convert() {
    filteredKg += gain * (signal.massKgAt(nextConversionNanos) - filteredKg);
    double intervals = filteredKg / settings.intervalKg();
    if (Math.abs(intervals - shownIntervals) > 0.5 + settings.steadiness()) {
      shownIntervals = Math.round(intervals);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import java.util.Arrays;

/** From converter to display: filter, range, rounding to the interval. Converts at 100 Hz. */
final class Display implements Scale {

  static final long CONVERSION_NANOS = 10_000_000;

  /** In motion while the filtered load has moved more than one interval within 0.4 s. */
  private static final int MOTION_CONVERSIONS = 40;

  /** OIML R 76: not more than 4 % of Max in all, 2 % to each side. */
  private static final double ZERO_SHARE_OF_MAX = 0.02;

  private final MassSignal signal;
  private final IndicatorSettings settings;
  private final double gain;
  private final double[] lately = new double[MOTION_CONVERSIONS];
  private long conversions;
  private double filteredKg;
  private double zeroKg;
  private long shownIntervals;
  private long tareIntervals;

  Display(MassSignal signal, IndicatorSettings settings) {
    this.signal = signal;
    this.settings = settings;
    double filterNanos = settings.filter().toNanos();
    this.gain = filterNanos == 0 ? 1 : 1 - Math.exp(-CONVERSION_NANOS / filterNanos);
  }

  /** What is shown at that time; every conversion up to it is made, however late the call. */
  Indication at(long elapsedNanos) {
    while (conversions * CONVERSION_NANOS <= elapsedNanos) {
      convert();
    }
    return shown();
  }

  private void convert() {
    filteredKg += gain * (signal.massKgAt(conversions * CONVERSION_NANOS) - filteredKg);
    lately[(int) (conversions++ % MOTION_CONVERSIONS)] = filteredKg;
    double intervals = (filteredKg - zeroKg) / settings.intervalKg();
    if (Math.abs(intervals - shownIntervals) > 0.5 + settings.steadiness()) {
      shownIntervals = Math.round(intervals);
    }
  }

  @Override
  public IndicatorSettings settings() {
    return settings;
  }

  @Override
  public long nanos() {
    return conversions * CONVERSION_NANOS;
  }

  @Override
  public Indication shown() {
    return Indication.of(units(shownIntervals - tareIntervals), settings.decimals())
        .net(units(tareIntervals))
        .inMotion(moving())
        .as(range());
  }

  @Override
  public Indication fine() {
    int decimals = Math.min(4, settings.decimals() + 1);
    long tare = units(tareIntervals) * (decimals > settings.decimals() ? 10 : 1);
    long gross = Math.round((filteredKg - zeroKg) * Math.pow(10, decimals));
    return Indication.of(gross - tare, decimals).net(tare).inMotion(moving()).as(range());
  }

  private long units(long intervals) {
    return intervals * settings.unitsPerInterval();
  }

  private boolean moving() {
    return Arrays.stream(lately).max().orElse(0) - Arrays.stream(lately).min().orElse(0)
        > settings.intervalKg();
  }

  private Indication.Range range() {
    double shownKg = filteredKg - zeroKg;
    if (Math.abs(shownKg) <= settings.capacityKg() + 9 * settings.intervalKg()) {
      return Indication.Range.SHOWN;
    }
    return shownKg > 0 ? Indication.Range.OVER : Indication.Range.UNDER;
  }

  @Override
  public Zeroing zero() {
    double reachKg = ZERO_SHARE_OF_MAX * settings.capacityKg();
    if (filteredKg > reachKg) {
      return Zeroing.TOO_HIGH;
    }
    if (filteredKg < -reachKg) {
      return Zeroing.TOO_LOW;
    }
    if (moving()) {
      return Zeroing.MOVING;
    }
    zeroKg = filteredKg;
    shownIntervals = 0;
    tareIntervals = 0;
    return Zeroing.DONE;
  }

  @Override
  public boolean tare() {
    if (moving() || shownIntervals < 0 || range() != Indication.Range.SHOWN) {
      return false;
    }
    tareIntervals = shownIntervals;
    return true;
  }

  @Override
  public void clearTare() {
    tareIntervals = 0;
  }

  @Override
  public long tareValue() {
    return units(tareIntervals);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import io.wayside.core.device.WeightReading;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;
import io.wayside.driver.indicator.codec.Indication;
import io.wayside.driver.indicator.codec.Indication.Range;
import java.util.HexFormat;

/** Makes readings of indications and flags what throws doubt on them. */
public final class Readings {

  /** Between the reading before and this one came bytes that were no good frame. */
  public static final Flag FRAMES_LOST = new Flag("frames-lost");

  /** The device says that its zero was not set since it was switched on. */
  public static final Flag ZERO_NOT_CAPTURED = new Flag("zero-not-captured");

  /** Allowed distance from a whole number of intervals, in intervals: rounding of doubles only. */
  private static final double WHOLE = 1e-6;

  private final Settings settings;
  private final Mass resolution;

  Readings(Settings settings) {
    this.settings = settings;
    this.resolution = new Mass(settings.scaleIntervalKg());
  }

  /**
   * The reading of a frame. A blank display has no number: its mass is then Max + 9 d, the bound
   * above which displays go blank, so that it can neither pass for an empty scale nor for a load
   * within the range; below the range it is the same number with a minus.
   */
  WeightReading of(Indication indication, byte[] frame, long lastByteNanos, boolean framesLost) {
    boolean blank = indication.range() != Range.SHOWN;
    double massKg = massKg(indication);
    Flags flags = framesLost ? Flags.of(FRAMES_LOST) : Flags.NONE;
    if (settings.simulated()) {
      flags = flags.with(Flag.SIMULATED);
    }
    if (blank || Math.abs(massKg) > settings.blankAboveKg()) {
      flags = flags.with(Flag.OUT_OF_RANGE);
    }
    if (!isWholeIntervals(massKg)) {
      flags = flags.with(Flag.IMPLAUSIBLE);
    }
    if (indication.zeroMissing()) {
      flags = flags.with(ZERO_NOT_CAPTURED);
    }
    return new WeightReading(
        lastByteNanos,
        new Mass(massKg),
        resolution,
        indication.motion(),
        indication.basis(),
        flags,
        HexFormat.of().formatHex(frame));
  }

  private double massKg(Indication indication) {
    return switch (indication.range()) {
      case SHOWN -> indication.kilograms(settings.displayUnit());
      case BLANK, OVER -> settings.blankAboveKg();
      case UNDER -> -settings.blankAboveKg();
    };
  }

  private boolean isWholeIntervals(double massKg) {
    double intervals = massKg / settings.scaleIntervalKg();
    return Math.abs(intervals - Math.rint(intervals)) <= WHOLE;
  }
}

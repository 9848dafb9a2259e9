// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import io.wayside.core.device.WeightReading;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;
import io.wayside.driver.indicator.codec.Indication;
import io.wayside.driver.indicator.codec.Indication.Range;

/** Makes readings of indications and flags what throws doubt on them. */
public final class Readings {

  /** Between the reading before and this one came bytes that were no good frame. */
  public static final Flag FRAMES_LOST = new Flag("frames-lost");

  /** The device says that its zero was not set since it was switched on. */
  public static final Flag ZERO_NOT_CAPTURED = new Flag("zero-not-captured");

  /** Allowed distance from a whole number of intervals, in intervals: rounding of doubles only. */
  private static final double WHOLE = 1e-6;

  private final Scale scale;
  private final Mass resolution;

  Readings(Scale scale) {
    this.scale = scale;
    this.resolution = new Mass(scale.intervalKg());
  }

  /**
   * The reading of a frame. A blank display has no number: its mass is then Max + 9 d, the bound
   * above which displays go blank, so that it can neither pass for an empty scale nor for a load
   * within the range; below the range it is the same number with a minus.
   */
  WeightReading of(Indication indication, String frame, long lastByteNanos, boolean framesLost) {
    boolean blank = indication.range() != Range.SHOWN;
    double massKg = massKg(indication);
    Flags flags = framesLost ? Flags.of(FRAMES_LOST) : Flags.NONE;
    if (scale.simulated()) {
      flags = flags.with(Flag.SIMULATED);
    }
    if (blank || Math.abs(massKg) > scale.blankAboveKg()) {
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
        frame);
  }

  private double massKg(Indication indication) {
    return switch (indication.range()) {
      case SHOWN -> indication.kilograms(scale.displayUnit());
      case BLANK, OVER -> scale.blankAboveKg();
      case UNDER -> -scale.blankAboveKg();
    };
  }

  private boolean isWholeIntervals(double massKg) {
    double intervals = massKg / scale.intervalKg();
    return Math.abs(intervals - Math.rint(intervals)) <= WHOLE;
  }
}

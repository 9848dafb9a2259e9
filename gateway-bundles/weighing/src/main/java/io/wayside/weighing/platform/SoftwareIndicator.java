// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.WeightReading;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;
import io.wayside.weighing.motion.MotionFlags;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes of a converter and load cells what an indicator is: indications in scale intervals, with a
 * zero, a tare, a sign of motion and an end of the range. Not for several threads.
 */
public final class SoftwareIndicator {

  /** Above Max the indication goes on for that many intervals (R 76, from general knowledge). */
  private static final double OVER_INTERVALS = 9;

  /** So far below zero nothing is indicated. */
  private static final double UNDER_INTERVALS = 20;

  /** Zero is followed only while it is indicated as zero. */
  private static final double ZERO_INTERVALS = 0.5;

  /** Half of what R 76 asks: an indication that creeps by a whole one is still on its way. */
  private static final double REST_INTERVALS = 0.5;

  /** After so many readings without a zero, what is on the platform is told, with its doubt. */
  private static final long PATIENCE_READINGS = 60;

  private final PlatformInstrument instrument;
  private final CellSum cells;
  private final ZeroTracking zero;
  private final RestWatch rest;
  private final CreepWatch creep;
  private final double intervalN;
  private Smoothing smoothing = new Smoothing(1);
  private int pointsPerReading;
  private long points;
  private long nextSequence = -1;
  private double tareKg;
  private double grossKg;
  private boolean atRest;
  private boolean clipped;
  private boolean began;

  /**
   * @param channelNames of the samples, in the order in which blocks carry them
   */
  public SoftwareIndicator(PlatformInstrument instrument, List<String> channelNames) {
    this.instrument = instrument;
    this.cells = new CellSum(instrument.cells(), channelNames);
    this.intervalN = instrument.intervalN();
    this.zero = new ZeroTracking(intervalN, instrument.maxKg() * PlatformInstrument.NEWTONS_PER_KG);
    this.rest = new RestWatch(REST_INTERVALS * intervalN, instrument.indication().stableS());
    this.creep = new CreepWatch(intervalN, instrument.indication().creepIntervals());
  }

  /** Takes the next run of samples; a jump of its sequence number begins the filter anew. */
  public void samples(SampleBlock block, Consumer<? super WeightReading> readings) {
    if (nextSequence >= 0 && block.sequence() != nextSequence) {
      interrupted();
    }
    nextSequence = block.sequence() + block.length();
    for (int i = 0; i < block.length(); i++) {
      if (!began) {
        begin(1e9 / block.intervalNanos());
      }
      cells.take(block, i).ifPresent(point -> point(point, block.flags(), readings));
    }
  }

  /** What follows does not continue what was before; zero and tare stay. */
  public void interrupted() {
    began = false;
    nextSequence = -1;
    cells.restart();
    rest.restart();
    creep.restart();
    zero.disturbed();
  }

  /**
   * Takes the load on the platform as tare; from now on indications are net.
   *
   * @return whether it was done: only a load at rest, above zero and within the range is a tare
   */
  public boolean tare() {
    double rounded = rounded(grossKg);
    if (!atRest || clipped || rounded <= 0 || grossKg > instrument.maxKg()) {
      return false;
    }
    tareKg = rounded;
    return true;
  }

  /** Indications are gross again. */
  public void clearTare() {
    tareKg = 0;
  }

  /** The tare in force, kg; 0 when there is none. */
  public double tareKg() {
    return tareKg;
  }

  private void begin(double rateHz) {
    double pointHz = rateHz / Math.max(1, Math.floor(rateHz / CellSum.WORKING_HZ));
    IndicationRules rules = instrument.indication();
    smoothing = new Smoothing((int) Math.round(rules.filterS() * pointHz));
    pointsPerReading = (int) Math.max(1, Math.round(pointHz / rules.readingsPerS()));
    points = 0;
    began = true;
  }

  private void point(LoadPoint point, Flags flags, Consumer<? super WeightReading> readings) {
    clipped |= point.clipped();
    double load = Double.isFinite(point.totalN()) ? point.totalN() : 0;
    double smooth = smoothing.take(load);
    points++;
    if (points % pointsPerReading != 0 || !smoothing.full()) {
      return;
    }
    double net = smooth - zero.zero().map(LoadPoint::totalN).orElse(0.0);
    atRest = rest.atRest(point.seconds(), smooth) && !clipped;
    if (atRest && (zero.zero().isEmpty() || Math.abs(net) <= ZERO_INTERVALS * intervalN)) {
      zero.observe(new LoadPoint(point.seconds(), smooth, 0, 0, false));
      net = smooth - zero.zero().map(LoadPoint::totalN).orElse(0.0);
    } else {
      zero.disturbed();
    }
    if (zero.zero().isEmpty() && points < PATIENCE_READINGS * pointsPerReading) {
      return; // a number without a zero would look like a load
    }
    Flags all = flags.with(creep.hear(point.seconds(), net, atRest));
    readings.accept(reading(point, net, all));
    clipped = false;
  }

  private WeightReading reading(LoadPoint point, double netN, Flags flags) {
    grossKg = netN / PlatformInstrument.NEWTONS_PER_KG;
    double interval = instrument.scaleIntervalKg();
    if (clipped
        || grossKg > instrument.maxKg() + OVER_INTERVALS * interval
        || grossKg < -UNDER_INTERVALS * interval) {
      flags = flags.with(Flag.OUT_OF_RANGE);
    }
    if (zero.zero().isEmpty() || zero.exhausted()) {
      flags = flags.with(MotionFlags.ZERO_OFF);
    }
    return new WeightReading(
        Math.round(point.seconds() * 1e9),
        new Mass(rounded(grossKg - tareKg)),
        new Mass(interval),
        atRest ? WeightReading.Motion.AT_REST : WeightReading.Motion.MOVING,
        tareKg == 0 ? WeightReading.Basis.GROSS : WeightReading.Basis.NET,
        flags,
        raw(grossKg));
  }

  private double rounded(double kg) {
    return Math.rint(kg / instrument.scaleIntervalKg()) * instrument.scaleIntervalKg();
  }

  /** The gross before rounding, kg: an IEEE 754 double, most significant byte first. */
  private static String raw(double kg) {
    return HexFormat.of().toHexDigits(Double.doubleToLongBits(kg));
  }
}

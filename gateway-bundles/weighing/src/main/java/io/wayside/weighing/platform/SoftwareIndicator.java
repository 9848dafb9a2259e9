// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.ScaleKeys.Tare;
import io.wayside.core.device.WeightReading;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;
import io.wayside.weighing.motion.MotionFlags;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
  private final Taring taring;
  private final double intervalN;
  private Smoothing smoothing = new Smoothing(1);
  private int pointsPerReading;
  private long points;
  private long nextSequence = -1;
  private double seconds;
  private double smoothN;
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
    this.taring =
        new Taring(
            instrument.scaleIntervalKg(),
            instrument.maxKg(),
            instrument.indication().tareEndsAtZero());
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
    atRest = false;
  }

  /**
   * What is on the platform becomes zero, and a tare ends: only at rest, and only as far from the
   * zero of the start as zero may move in all.
   */
  public void zero() throws Refused {
    requireRest("zero is set");
    if (!zero.set(new LoadPoint(seconds, smoothN, 0, 0, false))) {
      throw new Refused(
          "%.0f kg is too much to set to zero: take it off, or have the cells looked at"
              .formatted(grossKg));
    }
    taring.clear();
    creep.restart();
    grossKg = 0;
  }

  /** The load on the platform becomes the tare: only at rest, above zero and within the range. */
  public void tare() throws Refused {
    requireRest("a tare is taken");
    if (zero.zero().isEmpty()) {
      throw new Refused("there is no zero yet, so what is on it is not known: set zero first");
    }
    taring.weigh(grossKg);
  }

  /** The tare is this many kilograms, rounded to the interval. */
  public void presetTare(double kg) throws Refused {
    taring.preset(kg);
  }

  /** Indications are gross again. */
  public void clearTare() {
    taring.clear();
  }

  /** The tare in force. */
  public Optional<Tare> tareInForce() {
    return taring.inForce();
  }

  private void requireRest(String what) throws Refused {
    if (!atRest || clipped) {
      throw new Refused("the load is not at rest; " + what + " at rest only: wait and repeat");
    }
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
    seconds = point.seconds();
    smoothN = smooth;
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
    if (atRest) {
      taring.rested(grossKg);
    }
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
        new Mass(rounded(grossKg - taring.kilograms())),
        new Mass(interval),
        atRest ? WeightReading.Motion.AT_REST : WeightReading.Motion.MOVING,
        taring.inForce().isEmpty() ? WeightReading.Basis.GROSS : WeightReading.Basis.NET,
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

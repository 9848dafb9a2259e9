// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.motion.MotionWeighing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Weighs vehicles on a bridge. Memory: one passage of thinned strain, cut after a while. */
public final class BridgeWeighing implements MotionWeighing {

  /** The strain of a span below 100 Hz holds all that axles do to it. */
  private static final double WORKING_HZ = 100;

  /** Bounds the work of matching; a convoy that long is cut. */
  private static final int MOST_PULSES = 32;

  private final BridgeInstrument instrument;
  private final int[] strainChannels;
  private final int[] detectorChannels;
  private final int temperatureChannel;
  private final List<Pulses> pulses = new ArrayList<>();
  private final List<Double> atFirst = new ArrayList<>();
  private final List<Double> atLast = new ArrayList<>();
  private final BridgePassage passage;
  private final StrainRecord record;
  private final double[] sums;
  private int perPoint;
  private int taken;
  private double timeSum;
  private double temperatureC = Double.NaN;
  private double lastPulseS = Double.NEGATIVE_INFINITY;
  private double firstPulseS;
  private long nextSequence = -1;
  private Flags doubts = Flags.NONE;
  private Flags blockFlags = Flags.NONE;
  private Optional<String> silent = Optional.empty();

  /**
   * @param channelNames of the samples, in the order in which blocks carry them
   */
  public BridgeWeighing(BridgeInstrument instrument, List<String> channelNames) {
    this.instrument = instrument;
    this.strainChannels =
        instrument.strain().stream()
            .mapToInt(each -> channelOf(each.channel(), channelNames, "strain sensor"))
            .toArray();
    List<AxleDetector> detectors = instrument.detectors();
    List<AxleDetector> used = List.of(detectors.get(0), detectors.get(detectors.size() - 1));
    this.detectorChannels =
        used.stream()
            .mapToInt(each -> channelOf(each.channel(), channelNames, "axle detector"))
            .toArray();
    used.forEach(each -> pulses.add(new Pulses(each)));
    this.temperatureChannel =
        instrument.temperature().isPresent()
            ? channelOf(instrument.temperature().get(), channelNames, "temperature")
            : -1;
    this.passage = new BridgePassage(instrument);
    this.record = new StrainRecord(strainChannels.length);
    this.sums = new double[strainChannels.length];
  }

  private static int channelOf(String name, List<String> channelNames, String what) {
    int index = channelNames.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "the instrument document names channel \""
              + name
              + "\" for a "
              + what
              + ", but the samples carry only "
              + channelNames
              + ": correct one of them");
    }
    return index;
  }

  @Override
  public void samples(SampleBlock block, Consumer<? super MotionVehicle> found) {
    if (nextSequence >= 0 && block.sequence() != nextSequence) {
      lost(found);
    }
    nextSequence = block.sequence() + block.length();
    blockFlags = block.flags();
    doubts = doubts.with(blockFlags);
    if (perPoint == 0) {
      perPoint = Math.max(1, (int) Math.floor(1e9 / block.intervalNanos() / WORKING_HZ));
    }
    for (int i = 0; i < block.length(); i++) {
      double seconds = (block.firstMonotonicNanos() + Math.round(i * block.intervalNanos())) / 1e9;
      if (temperatureChannel >= 0) {
        temperatureC = block.samples()[temperatureChannel][i];
      }
      detect(block, i, seconds);
      thin(block, i, seconds);
      if (taken == 0 && !closed(seconds)) {
        bringOutWhenOver(seconds, found);
      }
    }
  }

  private void detect(SampleBlock block, int index, double seconds) {
    for (int d = 0; d < 2; d++) {
      var pulse = pulses.get(d).take(seconds, block.samples()[detectorChannels[d]][index]);
      if (pulse.isPresent()) {
        if (atFirst.isEmpty() && atLast.isEmpty()) {
          firstPulseS = pulse.getAsDouble();
        }
        (d == 0 ? atFirst : atLast).add(pulse.getAsDouble());
        lastPulseS = Math.max(lastPulseS, pulse.getAsDouble());
      }
    }
  }

  private void thin(SampleBlock block, int index, double seconds) {
    for (int s = 0; s < sums.length; s++) {
      double sample = block.samples()[strainChannels[s]][index];
      if (!Double.isFinite(sample)) {
        doubts = doubts.with(MotionFlags.SENSOR_FAULT);
        silent = Optional.of(instrument.strain().get(s).channel());
        sample = 0;
      }
      sums[s] += sample;
    }
    timeSum += seconds;
    taken++;
    if (taken == perPoint) {
      double[] means = new double[sums.length];
      for (int s = 0; s < sums.length; s++) {
        means[s] = sums[s] / perPoint;
        sums[s] = 0;
      }
      record.add(timeSum / perPoint, means);
      timeSum = 0;
      taken = 0;
    }
  }

  /** Whether nothing is going on; then only the strain of the last moments is kept. */
  private boolean closed(double seconds) {
    if (!atFirst.isEmpty() || !atLast.isEmpty()) {
      return false;
    }
    double keep = longestWayS(instrument.tuning().slowestMps()) + 4 * BridgePassage.QUIET_S;
    if (record.lastedS() > 2 * keep) {
      record.forgetBefore(seconds - keep);
    }
    return true;
  }

  private double longestWayS(double speedMps) {
    double from = Math.min(instrument.fromM(), instrument.detectors().get(0).atM());
    double to =
        Math.max(
            instrument.toM(), instrument.detectors().get(instrument.detectors().size() - 1).atM());
    return (to - from) / speedMps;
  }

  private void bringOutWhenOver(double seconds, Consumer<? super MotionVehicle> found) {
    boolean tooLong =
        seconds - firstPulseS > instrument.tuning().longestS()
            || atFirst.size() >= MOST_PULSES
            || atLast.size() >= MOST_PULSES;
    if (tooLong) {
      doubts = doubts.with(MotionFlags.POSSIBLE_SPLIT);
    } else if (seconds - lastPulseS < patienceS()) {
      return;
    }
    bringOut(found);
  }

  /** Until the last axle has left the span for sure: slower than the slowest seen by a quarter. */
  private double patienceS() {
    double slowest = instrument.tuning().slowestMps();
    double way =
        instrument.detectors().get(instrument.detectors().size() - 1).atM()
            - instrument.detectors().get(0).atM();
    if (!atFirst.isEmpty() && atFirst.size() == atLast.size()) {
      double speed = Double.POSITIVE_INFINITY;
      for (int i = 0; i < atFirst.size(); i++) {
        double lasted = atLast.get(i) - atFirst.get(i);
        speed = lasted > 0 ? Math.min(speed, way / lasted) : slowest;
      }
      slowest = Math.max(slowest, 0.8 * speed);
    }
    return longestWayS(slowest) + 2 * BridgePassage.QUIET_S;
  }

  private void bringOut(Consumer<? super MotionVehicle> found) {
    passage.vehicles(record, atFirst, atLast, temperatureC, doubts).forEach(found);
    atFirst.clear();
    atLast.clear();
    doubts = blockFlags;
    lastPulseS = Double.NEGATIVE_INFINITY;
  }

  private void lost(Consumer<? super MotionVehicle> found) {
    doubts = doubts.with(MotionFlags.SAMPLES_LOST);
    finish(found);
    doubts = blockFlags.with(MotionFlags.BEGAN_UNOBSERVED);
    record.forgetBefore(Double.POSITIVE_INFINITY);
    pulses.forEach(Pulses::restart);
    java.util.Arrays.fill(sums, 0);
    taken = 0;
    perPoint = 0;
    timeSum = 0;
  }

  /** A bridge has no contacts of its own. */
  @Override
  public void contact(String contactId, boolean active, long atNanos) {}

  @Override
  public void interrupted(Interruption interruption, Consumer<? super MotionVehicle> found) {
    lost(found);
    nextSequence = -1;
  }

  @Override
  public void finish(Consumer<? super MotionVehicle> found) {
    if (!atFirst.isEmpty() || !atLast.isEmpty()) {
      double end = record.length() == 0 ? 0 : record.seconds(record.length() - 1);
      if (end - lastPulseS < patienceS()) {
        doubts = doubts.with(MotionFlags.POSSIBLE_SPLIT);
      }
      bringOut(found);
    }
  }

  @Override
  public List<Trouble> troubles() {
    return silent
        .map(
            channel ->
                List.of(
                    new Trouble(
                        "sensor-fault",
                        "strain channel "
                            + channel
                            + " gave no number: look at its amplifier and cable")))
        .orElse(List.of());
  }
}

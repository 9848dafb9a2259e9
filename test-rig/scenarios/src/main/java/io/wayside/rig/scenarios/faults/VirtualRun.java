// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.WeightReading;
import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.driver.indicator.session.IndicatorSession;
import io.wayside.driver.indicator.session.Settings;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.fault.FaultKind;
import io.wayside.rig.simulators.fault.FaultLedger;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.indicator.IndicatorSettings;
import io.wayside.rig.simulators.indicator.YaohuaEncoder;
import io.wayside.rig.simulators.weighlane.SimulatedWeighLane;
import io.wayside.rig.simulators.weighlane.WeighLane;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** One seed in stepped time: lane, faults, the driver's session and the station's logic. */
final class VirtualRun {

  private static final Duration TICK = Duration.ofMillis(250);

  /** Around the station's vehicle gap, so that vehicles end while hardly watched. */
  private static final Duration LEAST_UNPLUGGED = Duration.ofSeconds(2);

  private static final Duration MOST_UNPLUGGED = Duration.ofSeconds(10);

  /** With the faults over, a vehicle and an outage come to their end. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(12);

  private static final long SILENT_AFTER_NANOS = 2_000_000_000L;

  private final SteppedRigClock clock = new SteppedRigClock();
  private final VirtualTime time = new VirtualTime(clock);
  private final VirtualStation station = new VirtualStation(time);
  private final Truth truth = new Truth();
  private final SimulatedWeighLane lane;
  private final Recoveries recoveries;
  private final Duration unplugged;

  private VirtualRun(FaultPlan plan, long seed, UnaryOperator<Listener<WeightReading>> between) {
    IndicatorSettings device =
        IndicatorSettings.axlePlatform().withFrameRateHz(Lanes.FRAME_RATE_HZ);
    this.unplugged =
        Duration.ofMillis(
            new SplittableRandom(seed)
                .nextLong(LEAST_UNPLUGGED.toMillis(), MOST_UNPLUGGED.toMillis()));
    this.recoveries = new Recoveries(this::outages);
    IndicatorSession session =
        new IndicatorSession(
            new Settings(
                "scale-1",
                "virtual",
                IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION,
                device.intervalKg(),
                device.capacityKg(),
                SILENT_AFTER_NANOS,
                true),
            new Heard(between.apply(station)),
            clock.nanos());
    VirtualLine line =
        new VirtualLine(
            clock,
            session,
            new Backoff(250, 1_200, new SplittableRandom(seed)),
            () -> recoveries.lineBack(clock.nanos()));
    this.lane =
        new SimulatedWeighLane(
            clock,
            line,
            plan.withSeed(seed),
            new WeighLane(seed, Lanes.mixed(), truth),
            YaohuaEncoder.standard(),
            device);
  }

  /** Runs so many frames with faults, unplugging the adapter once in the middle. */
  static Outcome run(FaultPlan plan, long seed, int frames) {
    return run(plan, seed, frames, listener -> listener, records -> records);
  }

  /**
   * The same with somebody between driver and station, and between station and judge: this is how
   * the judge is shown to see faults.
   */
  static Outcome run(
      FaultPlan plan,
      long seed,
      int frames,
      UnaryOperator<Listener<WeightReading>> between,
      UnaryOperator<List<Recorded>> kept) {
    VirtualRun run = new VirtualRun(plan, seed, between);
    try {
      return run.run(frames, kept);
    } catch (IOException impossible) {
      throw new IllegalStateException("a virtual line cannot fail to open", impossible);
    }
  }

  private Outcome run(int frames, UnaryOperator<List<Recorded>> kept) throws IOException {
    Duration half = Duration.ofNanos(Math.round(frames / 2.0 / Lanes.FRAME_RATE_HZ * 1e9));
    lane.start();
    clock.every(TICK, due -> station.tick(clock.nanos()));
    clock.advance(half);
    lane.pipe().unplug();
    clock.advance(unplugged);
    lane.pipe().replug();
    clock.advance(half.minus(unplugged));
    long sent = lane.pipe().ledger().framesOffered();
    lane.pipe().inject(false);
    clock.advance(AFTERWARDS);
    lane.close();
    station.stop(clock.nanos());
    return new Outcome(
        sent,
        Outcome.struck(lane.pipe().ledger()),
        Lanes.judge().judge(truth.vehicles(), kept.apply(station.records())),
        recoveries.tookMs(),
        recoveries.failedAgain());
  }

  private long outages() {
    FaultLedger ledger = lane.pipe().ledger();
    return ledger.count(FaultKind.STALL) + ledger.count(FaultKind.DISCONNECT);
  }

  /** Notices the first that is heard of a line that is back. */
  private final class Heard implements Listener<WeightReading> {

    private final Listener<WeightReading> next;

    Heard(Listener<WeightReading> next) {
      this.next = next;
    }

    @Override
    public void received(WeightReading reading) {
      recoveries.heard(clock.nanos());
      next.received(reading);
    }

    @Override
    public void interrupted(Interruption interruption) {
      next.interrupted(interruption);
    }
  }
}

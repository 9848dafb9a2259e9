// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.faults;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.WeightReading;
import io.wayside.core.quality.Flags;
import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.driver.indicator.session.IndicatorSession;
import io.wayside.driver.indicator.session.Settings;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.fault.FaultyPipe;
import io.wayside.rig.simulators.indicator.IndicatorSettings;
import io.wayside.rig.simulators.indicator.YaohuaEncoder;
import io.wayside.rig.simulators.weighlane.LaneEvent;
import io.wayside.rig.simulators.weighlane.LaneSettings;
import io.wayside.rig.simulators.weighlane.SimulatedWeighLane;
import io.wayside.rig.simulators.weighlane.WeighLane;
import io.wayside.weighing.rest.Plateau;
import io.wayside.weighing.rest.RestRule;
import io.wayside.weighing.statics.Finding;
import io.wayside.weighing.statics.Gap;
import io.wayside.weighing.statics.Plausibility;
import io.wayside.weighing.statics.StaticRules;
import io.wayside.weighing.statics.StaticWeighing;
import io.wayside.weighing.statics.Vehicle;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Lane, wire with faults, driver's session and station's logic on one clock that is stepped. */
final class SteppedStation implements Listener<WeightReading> {

  static final double INTERVAL_KG = 10;

  private static final long SECOND = 1_000_000_000L;
  private static final Duration TICK = Duration.ofMillis(250);

  private final SteppedRigClock clock = new SteppedRigClock();
  private final List<LaneEvent> truth = new ArrayList<>();
  private final List<Finding> found = new ArrayList<>();
  private final SimulatedWeighLane lane;
  private final StaticWeighing station;
  private long readings;

  SteppedStation(long seed, FaultPlan plan, double frameRateHz) throws IOException {
    IndicatorSettings indicator = IndicatorSettings.axlePlatform().withFrameRateHz(frameRateHz);
    Settings settings =
        new Settings(
            "scale-1",
            "simulated",
            IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION,
            INTERVAL_KG,
            indicator.capacityKg(),
            2 * SECOND,
            true);
    this.station = new StaticWeighing(rules(), 0);
    SteppedScale scale = new SteppedScale(clock, new IndicatorSession(settings, this, 0));
    this.lane =
        new SimulatedWeighLane(
            clock,
            scale,
            plan.withSeed(seed),
            new WeighLane(seed, LaneSettings.orderly(), truth::add),
            YaohuaEncoder.standard(),
            indicator);
    lane.start();
    clock.every(TICK, due -> found.addAll(station.tick(clock.nanos())));
  }

  private static StaticRules rules() {
    return new StaticRules(
        new RestRule(INTERVAL_KG, 5, SECOND, SECOND / 50),
        INTERVAL_KG,
        100,
        40,
        30_000,
        5 * SECOND / 2,
        SECOND / 2,
        600 * SECOND,
        new Plausibility(300, 25_000, 12, 800, 100_000));
  }

  void run(Duration time) {
    clock.advance(time);
  }

  FaultyPipe pipe() {
    return lane.pipe();
  }

  long readings() {
    return readings;
  }

  long nanos() {
    return clock.nanos();
  }

  /** Judges by all that has happened so far; who left just now need not be on record yet. */
  Judgement judge() {
    return Judgement.of(Passed.of(truth), seen(), gaps(), clock.nanos() - 6 * SECOND, INTERVAL_KG);
  }

  List<Passed> passed() {
    return Passed.of(truth);
  }

  List<Seen> seen() {
    return found.stream().filter(Vehicle.class::isInstance).map(v -> seen((Vehicle) v)).toList();
  }

  private List<Stretch> gaps() {
    List<Stretch> gaps = new ArrayList<>();
    for (Finding finding : found) {
      if (finding instanceof Gap gap) {
        gaps.add(new Stretch(gap.fromNanos().orElse(0), gap.toNanos()));
      }
    }
    return gaps;
  }

  private static Seen seen(Vehicle vehicle) {
    List<OptionalDouble> axles =
        vehicle.axles().stream()
            .map(axle -> axle.deciding().map(Plateau::massKg))
            .map(kg -> kg.isPresent() ? OptionalDouble.of(kg.get()) : OptionalDouble.empty())
            .toList();
    return new Seen(
        new Stretch(vehicle.beganNanos(), vehicle.endedNanos()), axles, codes(vehicle.flags()));
  }

  private static Set<String> codes(Flags flags) {
    Set<String> codes = new LinkedHashSet<>();
    flags.all().forEach(flag -> codes.add(flag.code()));
    return codes;
  }

  @Override
  public void received(WeightReading reading) {
    readings++;
    found.addAll(station.hear(reading));
  }

  @Override
  public void interrupted(Interruption interruption) {
    found.addAll(station.interrupted(interruption));
  }
}

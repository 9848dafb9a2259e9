// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import io.wayside.rig.simulators.indicator.MassSignal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * The load on a static axle-by-axle platform while one vehicle after another crosses it. Load and
 * truth depend on the seed and the time asked for, never on wall time.
 */
public final class WeighLane implements MassSignal {

  /** The platform is empty for at least so long at first, for the indicator to find its zero. */
  private static final long FIRST_VEHICLE_NANOS = 1_000_000_000;

  private static final long NOISE_STEP_NANOS = 1_000_000;

  private final long seed;
  private final LaneSettings settings;
  private final LaneListener listener;
  private final VehicleStream vehicles;
  private final Driver driver;
  private final Deque<LaneEvent> coming = new ArrayDeque<>();
  private Passage passage;

  public WeighLane(long seed, LaneSettings settings, LaneListener listener) {
    this.seed = seed;
    this.settings = settings;
    this.listener = listener;
    SplittableRandom random = new SplittableRandom(seed);
    this.vehicles = new VehicleStream(random.split(), settings);
    this.driver = new Driver(random.split(), settings.timing());
    this.passage = driver.drive(vehicles.next(), firstEmptySinceNanos(settings.timing()));
    coming.addAll(passage.events());
  }

  /** As if the last vehicle had left before the start, so that the first comes soon. */
  private static long firstEmptySinceNanos(LaneTiming timing) {
    return FIRST_VEHICLE_NANOS - Math.round(timing.vehicleGap().leastS() * 1e9);
  }

  @Override
  public double massKgAt(long elapsedNanos) {
    while (true) {
      publishUntil(elapsedNanos);
      if (elapsedNanos < passage.endNanos()) {
        break;
      }
      passage = driver.drive(vehicles.next(), passage.endNanos());
      coming.addAll(passage.events());
    }
    return passage.loadKgAt(elapsedNanos) + driftKgAt(elapsedNanos) + noiseKgAt(elapsedNanos);
  }

  private void publishUntil(long elapsedNanos) {
    LaneEvent next = coming.peek();
    while (next != null && next.elapsedNanos() <= elapsedNanos) {
      coming.remove();
      listener.happened(next);
      next = coming.peek();
    }
  }

  private double driftKgAt(long elapsedNanos) {
    return settings.driftKg()
        * Math.sin(2 * Math.PI * elapsedNanos / 1e9 / settings.driftPeriodS());
  }

  /** Drawn anew from seed and time, so that it does not depend on how often the lane is asked. */
  private double noiseKgAt(long elapsedNanos) {
    long moment = elapsedNanos / NOISE_STEP_NANOS;
    SplittableRandom random = new SplittableRandom(seed ^ (moment * 0x9E3779B97F4A7C15L));
    return settings.noiseKg() * random.split().nextGaussian();
  }
}

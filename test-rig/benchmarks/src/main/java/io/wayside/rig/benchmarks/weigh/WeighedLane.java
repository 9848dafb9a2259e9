// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.weigh;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.SampleBlock;
import io.wayside.rig.scenarios.report.StripSite;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenarios;
import io.wayside.weighing.strips.StripWeighing;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What JMH runs: one call plays the whole stretch of signal once, on one thread. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before all else
public class WeighedLane {

  static final String SCENARIO = "four-lines-class-i";
  private static final long SEED = 1;

  /** The least of the vehicles that must be found, or it was not weighing that was measured. */
  private static final double FOUND = 0.95;

  /** Least length of the signal. */
  @Param("30")
  public double leastS;

  private LaneSignal signal;
  private StripWeighing weighing;
  private long passes;
  private long found;

  /** Seconds of signal that went through; JMH divides by the time it took. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Played {
    public double signalSeconds;
  }

  @Setup(Level.Trial)
  public void prepare() throws GarbledData {
    MotionScene scene = Scenarios.named(SCENARIO).scene(SEED);
    signal = LaneSignal.of(scene, leastS);
    weighing = new StripWeighing(StripSite.calibratedPerfectly(scene), signal.channels());
  }

  /** From samples to vehicles. */
  @Benchmark
  public long weigh(Played played) {
    for (int block = 0; block < signal.blocks().size(); block++) {
      weighing.samples(signal.played(block, passes), vehicle -> found++);
    }
    passes++;
    played.signalSeconds += signal.seconds();
    return found;
  }

  /** The limit: nobody weighs a sample without reading it. */
  @Benchmark
  public double read(Played played) {
    double sum = 0;
    for (int block = 0; block < signal.blocks().size(); block++) {
      SampleBlock samples = signal.played(block, passes);
      for (double[] channel : samples.samples()) {
        for (double sample : channel) {
          sum += sample;
        }
      }
    }
    played.signalSeconds += signal.seconds();
    return sum;
  }

  @TearDown(Level.Trial)
  public void check() {
    double least = FOUND * passes * signal.vehicles().size();
    if (found < least) {
      throw new IllegalStateException(
          found + " vehicles were found in " + passes + " passes, fewer than " + least);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.indicator.IndicatorSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a simulated weigh lane until its time is up or it is told to stop. */
public final class WeighLaneSimulator {

  private static final Manoeuvre[] IRREGULAR = {
    Manoeuvre.NEVER_STANDS_STILL,
    Manoeuvre.DRIVES_BACK,
    Manoeuvre.AXLE_TOO_LIGHT,
    Manoeuvre.AXLE_PARTLY_ON
  };

  private static final int WRONG_USAGE = 2;
  private static final int CANNOT_RUN = 1;

  private final PrintStream out;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  WeighLaneSimulator(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    WeighLaneSimulator simulator = new WeighLaneSimulator(System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::stopAndAwait, "stop"));
    System.exit(simulator.run(List.of(arguments), System.err));
  }

  /** The process ends only after the line has been taken away and the truth is on disk. */
  private void stopAndAwait() {
    stop();
    try {
      if (!stopped.await(5, TimeUnit.SECONDS)) {
        out.println("the weigh lane did not stop within 5 s and is cut off");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    stop.countDown();
  }

  /** Returns the exit code. */
  int run(List<String> arguments, PrintStream errors) {
    try {
      if (arguments.contains("--help")) {
        out.print(LaneArguments.HELP);
      } else {
        simulate(LaneArguments.parse(arguments));
      }
      return 0;
    } catch (IllegalArgumentException e) {
      errors.println(e.getMessage() + "; --help lists what there is");
      return WRONG_USAGE;
    } catch (IOException e) {
      errors.println("the weigh lane cannot run: " + e.getMessage());
      return CANNOT_RUN;
    } finally {
      stopped.countDown();
    }
  }

  /** Closed in reverse: the lane, the clock's thread, and last the truth it may be writing. */
  private void simulate(LaneArguments arguments) throws IOException {
    try (TruthFile truth = truthFile(arguments);
        RealRigClock clock = new RealRigClock();
        SimulatedWeighLane lane = assemble(arguments, clock, truth)) {
      lane.start();
      out.println("weigh lane at " + lane.pipe().address() + ", seed " + arguments.seed());
      long forMs = arguments.duration().map(Duration::toMillis).orElse(Long.MAX_VALUE);
      boolean told = stop.await(forMs, TimeUnit.MILLISECONDS);
      out.println((told ? "told to stop; " : "time is up; ") + lane.pipe().ledger());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable TruthFile truthFile(LaneArguments arguments) throws IOException {
    return arguments.truth().isPresent()
        ? new TruthFile(arguments.truth().get(), InstantSource.system())
        : null;
  }

  private SimulatedWeighLane assemble(
      LaneArguments arguments, RigClock clock, @Nullable TruthFile truth) {
    LaneListener listener =
        event -> {
          if (truth != null) {
            truth.happened(event);
          }
          if (event instanceof LaneEvent.VehicleLeft left) {
            out.println(describe(left));
          }
        };
    LaneSettings settings =
        LaneSettings.orderly().withIrregular(arguments.irregularShare(), IRREGULAR);
    return new SimulatedWeighLane(
        clock,
        arguments.pipe(),
        arguments.faults(),
        new WeighLane(arguments.seed(), settings, listener),
        arguments.format(),
        IndicatorSettings.axlePlatform().withFrameRateHz(arguments.frameRateHz()));
  }

  private static String describe(LaneEvent.VehicleLeft left) {
    Vehicle vehicle = left.vehicle();
    return String.format(
        Locale.ROOT,
        "%8.1f s  vehicle %d  %s  axles %s kg  gross %d kg  %s",
        left.elapsedNanos() / 1e9,
        vehicle.number(),
        vehicle.kind().pattern(),
        vehicle.axleKg(),
        vehicle.grossKg(),
        vehicle.manoeuvre());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.SampleBlock;
import io.wayside.rig.simulators.motion.TrueVehicle;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Plays a signal into a station until the wanted vehicles have gone. */
final class Play {

  /** So long after the last vehicle has left even a slow instrument has told about it. */
  private static final double AFTER_S = 10;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * What happened.
   *
   * @param truth all vehicles that came, those of the neighbouring lane and late ones too
   * @param wanted how many of the own lane were waited for
   * @param signalS length of the signal
   * @param stationCpuS what the station's code took of one processor
   * @param wallS what all took together
   */
  record Played(
      List<TrueVehicle> truth, int wanted, double signalS, double stationCpuS, double wallS) {

    Played {
      truth = List.copyOf(truth);
    }

    /** The first wanted vehicles of the own lane. */
    List<TrueVehicle> own() {
      return truth.stream().filter(vehicle -> !vehicle.neighbour()).limit(wanted).toList();
    }
  }

  private Play() {}

  /**
   * @param station takes the samples; its time is taken
   * @param beside gets the same samples
   * @param progress told how many have come, each time it grows
   */
  static Played run(
      Signal signal,
      int vehicles,
      Consumer<SampleBlock> station,
      Consumer<SampleBlock> beside,
      IntConsumer progress)
      throws DeviceException {
    long began = System.nanoTime();
    long cpuNanos = 0;
    List<TrueVehicle> truth = new ArrayList<>();
    int own = 0;
    double untilS = Double.POSITIVE_INFINITY;
    double lastS = 0;
    double atS = 0;
    while (atS < untilS) {
      for (SampleBlock block : signal.next()) {
        long before = THREADS.getCurrentThreadCpuTime();
        station.accept(block);
        cpuNanos += THREADS.getCurrentThreadCpuTime() - before;
        beside.accept(block);
        atS = (block.firstMonotonicNanos() + block.length() * block.intervalNanos()) / 1e9;
      }
      for (TrueVehicle vehicle : signal.takeTruth()) {
        truth.add(vehicle);
        if (!vehicle.neighbour() && own < vehicles) {
          own++;
          lastS = Math.max(lastS, vehicle.leaveS());
          progress.accept(own);
        }
      }
      if (own == vehicles) {
        untilS = lastS + AFTER_S;
      }
    }
    return new Played(truth, vehicles, atS, cpuNanos / 1e9, (System.nanoTime() - began) / 1e9);
  }
}

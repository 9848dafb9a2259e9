// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.weigh;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.rig.simulators.motion.MotionChannel;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.TrueVehicle;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a lane's signal that begins and ends with nobody on the lane, so that it can be
 * played again and again.
 *
 * @param blocks as a driver hands them over
 * @param samples of each channel
 * @param rateHz samples per second
 * @param vehicles that drive over the lane in it
 */
record LaneSignal(
    List<SampleBlock> blocks,
    List<String> channels,
    long samples,
    double rateHz,
    List<TrueVehicle> vehicles) {

  /** A tenth of a second of four lines is a usual buffer of a driver. */
  private static final int BLOCKS_PER_S = 10;

  /** Quiet before the end, so that the last vehicle has been brought out and the lane rests. */
  private static final double QUIET_S = 1.5;

  /** What a heap of 64 MiB holds beside all the rest: 11 channels, 8 bytes, 10 kHz, 40 s. */
  private static final double LONGEST_S = 40;

  /**
   * @param leastS goes on from there until the lane is empty
   */
  static LaneSignal of(MotionScene scene, double leastS) {
    int length = (int) (scene.rateHz() / BLOCKS_PER_S);
    List<SampleBlock> blocks = new ArrayList<>();
    while (true) {
      long first = scene.position();
      double interval = 1e9 / scene.rateHz();
      blocks.add(
          new SampleBlock(
              Math.round(first * interval), interval, first, scene.next(length), Flags.NONE));
      double nowS = scene.position() / scene.rateHz();
      boolean quiet = scene.truth().stream().allMatch(v -> v.leaveS() < nowS - QUIET_S);
      if (nowS >= leastS && quiet) {
        return new LaneSignal(
            List.copyOf(blocks),
            scene.channels().stream().map(MotionChannel::name).toList(),
            scene.position(),
            scene.rateHz(),
            scene.truth());
      }
      if (nowS > LONGEST_S) {
        throw new IllegalStateException(
            "the simulated lane was never empty between " + leastS + " and " + nowS + " s");
      }
    }
  }

  double seconds() {
    return samples / rateHz;
  }

  /** A block as it comes when the signal is played for the so-manieth time, from 0. */
  SampleBlock played(int block, long times) {
    SampleBlock first = blocks.get(block);
    return new SampleBlock(
        first.firstMonotonicNanos() + Math.round(times * seconds() * 1e9),
        first.intervalNanos(),
        first.sequence() + times * samples,
        first.samples(),
        first.flags());
  }
}

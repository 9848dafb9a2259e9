// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.strips.Road.Vehicle;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A lane runs for a year: what it costs per sample, and that nothing grows. */
class StripLoadTest {

  private static final int SECONDS = 10;

  /** Ten seconds of traffic, to be played over and over. */
  private static SampleBlock[] loop(Road road, int seconds) {
    SampleBlock[] blocks = new SampleBlock[seconds * 10];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = road.block(i * 1000, (i + 1) * 1000);
    }
    return blocks;
  }

  private static Road road() {
    return new Road(Road.straight(StripWeighingTest.FOUR, Road.LOOP), 10_000, SECONDS)
        .drive(
            new Vehicle(1.5, 25, 0, StripWeighingTest.car()),
            new Vehicle(3, 22, 0, StripWeighingTest.semi()),
            new Vehicle(6, 24, 0, StripWeighingTest.car()),
            new Vehicle(8, 22, 0, StripWeighingTest.semi()))
        .noise(0.005, 1);
  }

  private static SampleBlock again(SampleBlock block, int round) {
    long samples = (long) round * SECONDS * 10_000;
    return new SampleBlock(
        block.firstMonotonicNanos() + samples * 100_000,
        block.intervalNanos(),
        block.sequence() + samples,
        block.samples(),
        Flags.NONE);
  }

  @Test
  void runsFarFasterThanTheRoadAndLeavesNothingBehind() {
    Road road = road();
    SampleBlock[] blocks = loop(road, SECONDS);
    StripWeighing weighing = new StripWeighing(road.instrument, road.channels);
    List<MotionVehicle> found = new ArrayList<>();
    int warm = 20;
    int rounds = 120;
    long begin = 0;
    long allocatedBefore = 0;
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    for (int round = 0; round < warm + rounds; round++) {
      if (round == warm) {
        begin = threads.getCurrentThreadCpuTime();
        allocatedBefore = threads.getThreadAllocatedBytes(self);
        found.clear();
      }
      for (SampleBlock block : blocks) {
        weighing.samples(again(block, round), found::add);
      }
    }
    double seconds = (threads.getCurrentThreadCpuTime() - begin) / 1e9;
    double allocated = (threads.getThreadAllocatedBytes(self) - allocatedBefore) / 1e6;
    double played = (double) rounds * SECONDS;
    System.out.printf(
        "strips: %.0f times real time, %.1f M channel-samples/s, %.2f MB allocated per second of"
            + " signal%n",
        played / seconds, played * 8 * 10_000 / seconds / 1e6, allocated / played);
    assertThat(found).hasSizeBetween(rounds * 4 - 4, rounds * 4);
    assertThat(found.get(found.size() - 1).flags().all()).isEmpty();
    // Far below what the benchmark shows: this machine may be busy.
    assertThat(played / seconds).isGreaterThan(50);
    assertThat(allocated / played).isLessThan(20);
  }
}

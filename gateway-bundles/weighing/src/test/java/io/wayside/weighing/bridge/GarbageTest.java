// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the sensors say, nothing breaks. */
class GarbageTest {

  private static double[][] signal(Random random, int n) {
    double[][] samples = new double[5][n];
    double often = 0.03 * random.nextDouble();
    double strain = Math.pow(10, 4 * random.nextDouble() - 2);
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < 3; c++) {
        samples[c][i] = strain * random.nextGaussian();
      }
      for (int c = 3; c < 5; c++) {
        samples[c][i] = random.nextDouble() < often ? 1 : 0;
      }
      if (random.nextInt(3000) == 0) {
        samples[random.nextInt(5)][i] = Double.NaN;
      }
    }
    return samples;
  }

  @Test
  void randomSignalsNeverBreakTheWeighing() throws GarbledData {
    for (int seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      double[][] samples = signal(random, 2500);
      BridgeWeighing weighing = new BridgeWeighing(Crossings.instrument(), Crossings.CHANNELS);
      List<MotionVehicle> found = new ArrayList<>();
      long sequence = 0;
      for (int from = 0; from < 2500; from += 125) {
        double[][] part = new double[5][];
        for (int c = 0; c < 5; c++) {
          part[c] = java.util.Arrays.copyOfRange(samples[c], from, from + 125);
        }
        sequence += random.nextInt(20) == 0 ? 77 : 0;
        if (random.nextInt(40) == 0) {
          weighing.interrupted(
              new Interruption(0, Interruption.Cause.LINK_DOWN, "test"), found::add);
        }
        weighing.samples(
            new SampleBlock(from * 5_000_000L, 5e6, sequence, part, Flags.NONE), found::add);
        sequence += 125;
      }
      weighing.finish(found::add);
      for (MotionVehicle vehicle : found) {
        assertThat(vehicle.axles()).isNotEmpty();
        assertThat(Double.isFinite(vehicle.grossN())).as("seed %s", seed).isTrue();
      }
    }
  }
}

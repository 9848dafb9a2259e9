// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the cells say, nothing breaks, and nothing strange comes out without a doubt. */
class GarbageTest {

  private static double[][] signal(Random random, int n) {
    double[][] samples = new double[5][n];
    double level = 0;
    double step = Math.pow(10, 1 + 5 * random.nextDouble());
    double chance = 0.02 * random.nextDouble();
    for (int i = 0; i < n; i++) {
      if (i > 200 && random.nextDouble() < chance) {
        level = random.nextInt(3) == 0 ? 0 : level + step * random.nextGaussian();
      }
      for (int c = 0; c < 5; c++) {
        samples[c][i] = level + 0.01 * step * random.nextGaussian();
      }
    }
    return samples;
  }

  private static List<MotionVehicle> weigh(Random random, double[][] samples) throws GarbledData {
    PlatformInstrument instrument =
        random.nextBoolean()
            ? Platforms.corners("")
            : Platforms.plain(", \"loops\": [{\"channel\": \"loop\", \"fromM\": -2, \"toM\": 0}]");
    PlatformWeighing weighing = new PlatformWeighing(instrument, Platforms.CHANNELS);
    List<MotionVehicle> found = new ArrayList<>();
    long sequence = 0;
    int n = samples[0].length;
    for (int from = 0; from < n; from += 100) {
      double[][] part = new double[5][];
      for (int c = 0; c < 5; c++) {
        part[c] = java.util.Arrays.copyOfRange(samples[c], from, Math.min(n, from + 100));
      }
      if (random.nextInt(30) == 0) {
        sequence += random.nextInt(1000);
      }
      if (random.nextInt(60) == 0) {
        weighing.interrupted(
            new Interruption(from * 10_000_000L, Interruption.Cause.SILENT, "test"), found::add);
      }
      weighing.contact("nobody", random.nextBoolean(), random.nextLong());
      weighing.samples(
          new SampleBlock(from * 10_000_000L, 1e7, sequence, part, Flags.NONE), found::add);
      sequence += part[0].length;
      weighing.troubles();
    }
    weighing.finish(found::add);
    return found;
  }

  @Test
  void randomSignalsNeverBreakTheWeighing() throws GarbledData {
    for (int seed = 0; seed < 8; seed++) {
      Random random = new Random(seed);
      double[][] samples = signal(random, 1200);
      for (MotionVehicle vehicle : weigh(random, samples)) {
        assertThat(vehicle.axles()).as("seed %s", seed).isNotEmpty();
      }
    }
  }

  @Test
  void samplesThatAreNoNumbersAreADoubtAndNoCrash() throws GarbledData {
    Random random = new Random(7);
    for (int seed = 0; seed < 8; seed++) {
      Crossing crossing = new Crossing(seed).axle(6000, 0).axle(9000, 4).speed(2);
      double[][] samples = crossing.samples();
      int at = (int) ((2 + 4 * random.nextDouble()) * crossing.rateHz);
      samples[random.nextInt(4)][at] = random.nextBoolean() ? Double.NaN : Double.POSITIVE_INFINITY;
      List<MotionVehicle> found = new ArrayList<>();
      assertThatCode(
              () ->
                  found.addAll(
                      Platforms.weigh(Platforms.corners(""), crossing.blocks(samples, 90))))
          .doesNotThrowAnyException();
      for (MotionVehicle vehicle : found) {
        boolean right = Math.abs(vehicle.grossN() - crossing.grossN()) < 0.02 * crossing.grossN();
        assertThat(right || !MotionFlags.disqualifying(vehicle.flags()).isEmpty())
            .as("seed %s: %s", seed, vehicle)
            .isTrue();
      }
    }
  }

  @Test
  void theIndicatorSurvivesTheSame() throws GarbledData {
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      double[][] samples = signal(random, 2000);
      samples[0][random.nextInt(2000)] = Double.NaN;
      SoftwareIndicator indicator = new SoftwareIndicator(Platforms.plain(""), Platforms.CHANNELS);
      List<Double> said = new ArrayList<>();
      indicator.samples(
          new SampleBlock(0, 1e7, 0, samples, Flags.NONE),
          reading -> said.add(reading.mass().kilograms()));
      assertThat(said).allMatch(Double::isFinite);
    }
  }
}

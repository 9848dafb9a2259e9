// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * Cells of a platform while axles of known load roll over it: tyres of finite length, body bounce
 * and axle hop of free phase, a platform that swings, noise. Independent of the code under test.
 */
final class Crossing {

  record Wheelset(double loadN, double behindFrontM, double bounceShare, double bounceHz) {}

  final List<Wheelset> wheelsets = new ArrayList<>();
  double lengthM = 3.0;
  double footprintM = 0.24;
  double rateHz = 400;
  double naturalHz = 18;
  double damping = 0.05;
  double noiseN = 30;
  double zeroN = 2000;
  double leftShare = 0.5;
  double lastsS = 20;
  DoubleUnaryOperator frontM = t -> 2.5 * (t - 3);
  private final Random random;

  Crossing(long seed) {
    this.random = new Random(seed);
  }

  Crossing axle(double kg, double behindFrontM) {
    return axle(kg, behindFrontM, 0, 2);
  }

  Crossing axle(double kg, double behindFrontM, double bounceShare, double bounceHz) {
    wheelsets.add(new Wheelset(kg * 9.80665, behindFrontM, bounceShare, bounceHz));
    return this;
  }

  Crossing speed(double mps) {
    frontM = t -> mps * (t - 3);
    double longest = wheelsets.stream().mapToDouble(Wheelset::behindFrontM).max().orElse(0);
    lastsS = 3 + (longest + lengthM + 12) / mps + 3;
    return this;
  }

  double grossN() {
    return wheelsets.stream().mapToDouble(Wheelset::loadN).sum();
  }

  /** Channels: front-left, front-right, rear-left, rear-right, and one for a loop. */
  double[][] samples() {
    int n = (int) (lastsS * rateHz);
    double[][] out = new double[5][n];
    double[] phase = random.doubles(wheelsets.size(), 0, 2 * Math.PI).toArray();
    double[] hop = random.doubles(wheelsets.size(), 0, 2 * Math.PI).toArray();
    int fine = 4;
    double dt = 1 / rateHz / fine;
    double w = 2 * Math.PI * naturalHz;
    double[][] state = new double[2][2]; // front and rear pair: displacement as force, its rate
    for (int i = 0; i < n * fine; i++) {
      double t = i * dt;
      double[] force = new double[2];
      for (int k = 0; k < wheelsets.size(); k++) {
        Wheelset axle = wheelsets.get(k);
        double x = frontM.applyAsDouble(t) - axle.behindFrontM();
        double share = below(x / footprintM + 0.5) - below((x - lengthM) / footprintM + 0.5);
        if (share <= 0) {
          continue;
        }
        double load =
            axle.loadN()
                * (1
                    + axle.bounceShare() * Math.sin(2 * Math.PI * axle.bounceHz() * t + phase[k])
                    + 0.2 * axle.bounceShare() * Math.sin(2 * Math.PI * 10.3 * t + hop[k]));
        double place = Math.max(0, Math.min(1, x / lengthM));
        force[0] += share * load * (1 - place);
        force[1] += share * load * place;
      }
      for (int e = 0; e < 2; e++) {
        double pull = w * w * (force[e] - state[e][0]) - 2 * damping * w * state[e][1];
        state[e][1] += pull * dt;
        state[e][0] += state[e][1] * dt;
      }
      if (i % fine == fine - 1) {
        int at = i / fine;
        for (int cell = 0; cell < 4; cell++) {
          double side = cell % 2 == 0 ? leftShare : 1 - leftShare;
          out[cell][at] =
              state[cell / 2][0] * side + zeroN / 4 + noiseN / 2 * random.nextGaussian();
        }
        double front = frontM.applyAsDouble(t);
        double rear =
            front - wheelsets.stream().mapToDouble(Wheelset::behindFrontM).max().orElse(0);
        out[4][at] = front + 1.3 > -2 && rear - 1.5 < lengthM + 2 ? 1 : 0;
      }
    }
    return out;
  }

  /** Share of a parabolic pressure that lies before a place; 0 to 1 over the footprint. */
  private static double below(double place) {
    double u = Math.max(0, Math.min(1, place));
    return u * u * (3 - 2 * u);
  }

  SampleBlock block() {
    return blocks(Integer.MAX_VALUE).get(0);
  }

  List<SampleBlock> blocks(int size) {
    return blocks(samples(), size);
  }

  List<SampleBlock> blocks(double[][] samples, int size) {
    List<SampleBlock> blocks = new ArrayList<>();
    int n = samples[0].length;
    double interval = 1e9 / rateHz;
    for (int from = 0; from < n; from += Math.min(size, n)) {
      int to = (int) Math.min(n, (long) from + size);
      double[][] part = new double[samples.length][];
      for (int c = 0; c < part.length; c++) {
        part[c] = java.util.Arrays.copyOfRange(samples[c], from, to);
      }
      blocks.add(
          new SampleBlock(
              5_000_000_000L + Math.round(from * interval), interval, from, part, Flags.NONE));
    }
    return blocks;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.weighing.motion.MotionAxle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The signal of one line while one vehicle crossed it.
 *
 * @param timesS of the samples kept, from the first axle on
 * @param volts by half-line, left and right
 */
record SignalWindow(Match match, List<Double> timesS, List<List<Double>> volts) {

  private static final List<String> CHANNELS = List.of("line.1.left", "line.1.right");
  private static final double BEFORE_S = 0.15;
  private static final double AFTER_S = 0.15;

  /** 1 kHz of 10 kHz, the largest of ten: a picture has no room for more. */
  private static final int KEPT_EACH = 10;

  SignalWindow {
    timesS = List.copyOf(timesS);
    volts = List.copyOf(volts);
  }

  /** Plays the scene again until that vehicle. */
  static SignalWindow of(Scenario scenario, long seed, Match match) {
    MotionScene scene = scenario.scene(seed);
    List<MotionAxle> axles = match.vehicle().axles();
    double beganS = axles.get(0).atNanos() / 1e9;
    double endS = axles.get(axles.size() - 1).atNanos() / 1e9 + AFTER_S;
    List<String> names = Play.channels(scene);
    List<Double> times = new ArrayList<>();
    List<List<Double>> volts = List.of(new ArrayList<>(), new ArrayList<>());
    int length = (int) Math.round(scene.rateHz() / 10) / KEPT_EACH * KEPT_EACH;
    double atS = 0;
    while (atS < endS) {
      double[][] samples = scene.next(length);
      for (int i = 0; i < length; i += KEPT_EACH) {
        double t = atS + i / scene.rateHz();
        if (t >= beganS - BEFORE_S && t <= endS) {
          times.add(t - beganS);
          for (int c = 0; c < CHANNELS.size(); c++) {
            double[] channel = samples[names.indexOf(CHANNELS.get(c))];
            volts.get(c).add(Arrays.stream(channel, i, i + KEPT_EACH).max().orElse(0));
          }
        }
      }
      atS = scene.position() / scene.rateHz();
    }
    return new SignalWindow(match, times, volts);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One axle on the lines: what each half-line saw, in newton, NaN where it saw nothing.
 *
 * @param seconds when each half-line was crossed
 * @param loads by half-line
 * @param noise standard deviation of each from the channel's noise
 */
@SuppressWarnings("ArrayRecordComponent") // made and read within one vehicle's weighing
record AxleLoads(double[] seconds, double[] loads, double[] noise) {

  static AxleLoads of(
      AxleTrack axle,
      int number,
      Kinematics motion,
      Layout layout,
      double secondsPerSample,
      double degreesC) {
    int n = layout.detectors().size();
    double[] seconds = new double[n];
    double[] loads = new double[n];
    double[] noise = new double[n];
    for (Detector detector : layout.detectors()) {
      int i = detector.index();
      loads[i] = Double.NaN;
      if (axle.has(detector)) {
        Pulse pulse = Objects.requireNonNull(axle.on(detector));
        seconds[i] = pulse.centre() * secondsPerSample;
        double speed = Math.abs(motion.speedAt(number, seconds[i]));
        double metres = speed * secondsPerSample;
        loads[i] = detector.newtons(pulse.area(), metres, speed * 3.6, degreesC);
        noise[i] = detector.newtons(pulse.areaNoise(), metres, speed * 3.6, degreesC);
      }
    }
    return new AxleLoads(seconds, loads, noise);
  }

  /**
   * The load by line: of those lines all of whose wanted halves saw the axle.
   *
   * @param wanted halves that belong to a full load of this vehicle, by number
   */
  ByLine byLine(Layout layout, boolean[] wanted) {
    List<double[]> rows = new ArrayList<>();
    for (int line = 0; line < layout.detectors().size(); line++) {
      double sum = 0;
      double time = 0;
      double variance = 0;
      int halves = 0;
      for (Detector detector : layout.detectors()) {
        if (detector.lineIndex() == line && wanted[detector.index()]) {
          sum += loads[detector.index()];
          time += seconds[detector.index()];
          variance += noise[detector.index()] * noise[detector.index()];
          halves++;
        }
      }
      if (halves > 0 && sum > 0) { // not so with a NaN among them
        rows.add(new double[] {time / halves, sum, variance});
      }
    }
    return new ByLine(
        rows.stream().mapToDouble(r -> r[0]).toArray(),
        rows.stream().mapToDouble(r -> r[1]).toArray(),
        rows.stream().mapToDouble(r -> r[2]).average().orElse(0));
  }

  /** Mean over the lines of what one side saw; NaN when none did. */
  double side(Layout layout, Side side) {
    return layout.detectors().stream()
        .filter(d -> d.half().side() == side && loads[d.index()] > 0)
        .mapToDouble(d -> loads[d.index()])
        .average()
        .orElse(Double.NaN);
  }

  /**
   * @param noiseVariance mean variance of one line's load from noise
   */
  @SuppressWarnings("ArrayRecordComponent")
  record ByLine(double[] seconds, double[] loads, double noiseVariance) {}

  /** An axle's fused load with its doubts. */
  record Weighed(LoadFusion.Fused fused, double share, double noise, Flags flags) {}
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How a vehicle moved: each axle's speed from its own straight line of time against position, and
 * one acceleration out of all of them.
 */
final class Kinematics {

  // Shorter vehicles and single axles do not tell acceleration from noise.
  private static final double LEAST_SPAN_S = 0.12;
  // Speeds of one vehicle's axles lie on a line to within this; else each keeps its own.
  private static final double ON_A_LINE = 0.01;
  // Length over which lines are set out, and the foot's centre that wanders as the load moves.
  // From one gap between lines to the next: more is a stop, and no speed weighs it.
  private static final double STOPPED = 2;
  private static final double LEAST_GAP_M = 0.5;
  private static final double PLACE_SHARE = 0.0015;

  private final double[] middle;
  private final double[] speed;
  private final double acceleration;
  private final double scatter;
  private final boolean steady;

  Kinematics(List<AxleTrack> axles, Layout layout, double secondsPerSample) {
    int n = axles.size();
    middle = new double[n];
    speed = new double[n];
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < n; i++) {
      AxleTrack axle = axles.get(i);
      middle[i] = middle(axle, layout) * secondsPerSample;
      speed[i] = 1 / (axle.slowness(layout.base()) * secondsPerSample);
      line.addData(middle[i] - middle[0], speed[i]);
    }
    boolean told = n > 1 && Math.abs(middle[n - 1] - middle[0]) >= LEAST_SPAN_S;
    double slope = told ? line.getSlope() : 0;
    double mean = Arrays.stream(speed).average().orElse(0);
    double off = n > 2 ? Math.sqrt(line.getMeanSquareError()) : 0;
    if (told && off < ON_A_LINE * Math.abs(mean)) {
      for (int i = 0; i < n; i++) {
        speed[i] = line.predict(middle[i] - middle[0]);
      }
    }
    acceleration = told ? slope : Double.NaN;
    scatter = off / Math.sqrt(n);
    steady = axles.stream().allMatch(axle -> isSteady(axle, layout));
  }

  /** Whether an axle took about as long from each line to the next. */
  private static boolean isSteady(AxleTrack axle, Layout layout) {
    double fastest = Double.POSITIVE_INFINITY;
    double slowest = 0;
    double time = Double.NaN;
    double place = Double.NaN;
    for (double atM : Touch.places(layout)) {
      double now =
          layout.base().stream()
              .filter(d -> d.atM() == atM && axle.has(d))
              .mapToDouble(d -> Objects.requireNonNull(axle.on(d)).centre())
              .average()
              .orElse(Double.NaN);
      if (Double.isNaN(now) || atM - place < LEAST_GAP_M) {
        continue;
      }
      if (!Double.isNaN(time)) {
        double pace = Math.abs(now - time) / (atM - place);
        fastest = Math.min(fastest, pace);
        slowest = Math.max(slowest, pace);
      }
      time = now;
      place = atM;
    }
    return axle.tellsSpeed(layout.base())
        && slowest <= STOPPED * fastest
        && axle.pulses().stream().noneMatch(Pulse::stuck);
  }

  private static double middle(AxleTrack axle, Layout layout) {
    return layout.base().stream()
        .filter(axle::has)
        .mapToDouble(detector -> Objects.requireNonNull(axle.on(detector)).centre())
        .average()
        .orElse(0);
  }

  /** Speed of one axle over the middle of the lines, m/s. */
  double speed(int axle) {
    return speed[axle];
  }

  /** Its speed at another moment. */
  double speedAt(int axle, double seconds) {
    double gained = Double.isNaN(acceleration) ? 0 : acceleration * (seconds - middle[axle]);
    return speed[axle] + gained;
  }

  double mean() {
    return Arrays.stream(speed).average().orElse(0);
  }

  /** Change from the first axle to the last as a share of the mean. */
  double change() {
    return Math.abs(speed[speed.length - 1] - speed[0]) / Math.abs(mean());
  }

  /** m/s²; NaN when the vehicle is too short to tell. */
  double acceleration() {
    return acceleration;
  }

  /** Whether it kept moving; a speed over the lines weighs nothing that stood between them. */
  boolean isSteady() {
    return steady;
  }

  /** Standard uncertainty of a speed. */
  double uncertainty() {
    return Math.hypot(scatter, PLACE_SHARE * mean());
  }
}

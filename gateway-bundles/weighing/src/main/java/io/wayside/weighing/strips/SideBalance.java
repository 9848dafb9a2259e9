// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.weighing.motion.MotionAxle;
import java.util.List;

/**
 * How left and right share the load of vehicles on this lane, and how far axles of one vehicle
 * differ in it, learnt from those that passed. Camber and the sides' calibration move the middle,
 * cargo spreads it. What lies far outside rolled partly beside the strips: where a dual tyre half
 * beside and the other side's half across the middle even each other out, the steering axle, which
 * is wider or narrower, still shows it.
 */
final class SideBalance {

  // Light vehicles are loaded more unevenly, and nobody enforces axle loads of cars.
  private static final double LEAST_GROSS_N = 20_000;
  private static final double LEAST_AXLE_N = 8_000;

  private final Population vehicles = new Population();
  private final Population axles = new Population();

  /** Whether the vehicle, or one of its axles against it, is far from what is usual here. */
  boolean isFar(List<MotionAxle> of) {
    double whole = logarithm(of);
    return Double.isFinite(whole)
        && (vehicles.isFar(whole)
            || of.stream()
                .filter(axle -> axle.loadN() > LEAST_AXLE_N)
                .anyMatch(axle -> axles.isFar(logarithm(List.of(axle)) - whole)));
  }

  void learn(List<MotionAxle> of) {
    double whole = logarithm(of);
    if (of.stream().mapToDouble(MotionAxle::loadN).sum() > LEAST_GROSS_N) {
      vehicles.learn(whole);
      of.forEach(axle -> axles.learn(logarithm(List.of(axle)) - whole));
    }
  }

  private static double logarithm(List<MotionAxle> of) {
    double left = of.stream().mapToDouble(MotionAxle::leftN).sum();
    double right = of.stream().mapToDouble(MotionAxle::rightN).sum();
    return Math.log(left / right);
  }

  /** Logarithms of left over right. */
  private static final class Population {

    // Before anything was seen, differences are taken to lie within 8 %; that has the weight of 50.
    private static final double USUAL = 0.08;
    private static final double PRIOR = 50;
    private static final double MEMORY = 500;
    // One in 2,000 of a normal population lies beyond.
    private static final double FAR = 3.5;
    private static final double LEAST = 0.12;
    // A straddler must not teach the lane that straddling is usual.
    private static final double HUBER = 2;
    // What is left of the variance of a normal population when it is cut there.
    private static final double CUT = 0.92;

    private double middle;
    private double variance = USUAL * USUAL;
    private double seen = PRIOR;

    boolean isFar(double logarithm) {
      return Math.abs(logarithm - middle) > Math.max(LEAST, FAR * Math.sqrt(variance));
    }

    void learn(double logarithm) {
      double deviation = Math.sqrt(variance);
      double off = logarithm - middle;
      if (!(Math.abs(off) < FAR * deviation)) {
        return; // not of this population, or no number
      }
      double bounded = Math.max(-HUBER * deviation, Math.min(HUBER * deviation, off));
      seen = Math.min(MEMORY, seen + 1);
      middle += bounded / seen;
      variance += (bounded * bounded / CUT - variance) / seen;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One axle on one straight line: what its halves felt at the same time.
 *
 * @param line number of the line, in the direction of travel
 * @param time middle of its pulses, samples
 * @param pulses by half
 * @param strength peaks as newton on a metre of strip: alike on all lines, whatever the speed
 * @param paceSamples samples for a metre, from how long the wheel was on the strip
 */
record Touch(int line, double time, List<Pulse> pulses, double strength, double paceSamples) {

  // A truck's footprint: a speed out of a pulse's length is good to a third, which is enough here.
  private static final double FOOT_M = 0.25;

  /** All touches of the base half-lines in order of time. */
  static List<Touch> of(List<List<Pulse>> pulses, Layout layout) {
    List<Double> places = places(layout);
    List<Touch> touches = new ArrayList<>();
    for (int line = 0; line < places.size(); line++) {
      double atM = places.get(line);
      List<Detector> halves = layout.base().stream().filter(d -> d.atM() == atM).toList();
      List<Pulse> there = new ArrayList<>();
      halves.forEach(half -> there.addAll(pulses.get(half.index())));
      there.sort(Comparator.comparingDouble(Pulse::centre));
      List<Pulse> together = new ArrayList<>();
      for (Pulse pulse : there) {
        if (!together.isEmpty() && !sameAxle(together, pulse)) {
          touches.add(of(line, together, layout));
          together.clear();
        }
        together.add(pulse);
      }
      if (!together.isEmpty()) {
        touches.add(of(line, together, layout));
      }
    }
    touches.sort(Comparator.comparingDouble(Touch::time));
    return touches;
  }

  /** Where the base lines lie, in the direction of travel. */
  static List<Double> places(Layout layout) {
    return layout.base().stream().map(Detector::atM).distinct().sorted().toList();
  }

  private static boolean sameAxle(List<Pulse> together, Pulse pulse) {
    return together.stream()
        .allMatch(
            other ->
                other.detector() != pulse.detector()
                    && pulse.start() <= other.end()
                    && other.start() <= pulse.end());
  }

  private static Touch of(int line, List<Pulse> together, Layout layout) {
    double time = together.stream().mapToDouble(Pulse::centre).average().orElse(0);
    double longest = together.stream().mapToDouble(Pulse::footWidth).max().orElse(1);
    double strength = 0;
    for (Pulse pulse : together) {
      Detector detector = layout.detectors().get(pulse.detector());
      strength += pulse.peak() * detector.half().newtonsPerUnitMetre();
    }
    double width = layout.detectors().get(together.get(0).detector()).line().widthM();
    return new Touch(
        line, time, List.copyOf(together), strength, Math.max(1, longest) / (FOOT_M + width));
  }

  /** How unlike two touches are; about 1 at the edge of what one axle does. */
  double unlike(double otherStrength) {
    double distance = Math.log(strength / otherStrength) / 0.3;
    return distance * distance;
  }

  boolean isStuck() {
    return pulses.stream().anyMatch(Pulse::stuck);
  }
}

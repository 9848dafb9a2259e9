// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.ArrayList;
import java.util.List;

/**
 * Pulses that no axle took, when several lines felt them: something came, and it is told, though
 * nothing of it can be weighed. One line alone may be noise.
 */
final class Remains {

  // From a strange pulse to the next axle that was understood.
  private static final double APART_M = 1.5;

  private Remains() {}

  /** Those far from all axles, if they are of something that came on its own; else none. */
  static List<Pulse> strangers(List<AxleTrack> axles, List<Pulse> left, Layout layout) {
    List<Pulse> strangers = new ArrayList<>();
    for (Pulse pulse : left) {
      double atM = layout.detectors().get(pulse.detector()).atM();
      boolean near =
          axles.stream()
              .anyMatch(
                  axle ->
                      Math.abs(axle.timeAt(atM, layout.base()) - pulse.centre())
                          < APART_M * Math.abs(axle.slowness(layout.base())));
      if (!near && layout.base().contains(layout.detectors().get(pulse.detector()))) {
        strangers.add(pulse);
      }
    }
    return onSeveralLines(strangers, layout) ? strangers : List.of();
  }

  /** The axles that the line felt which felt the most; none when only one line felt anything. */
  static Passage passage(List<Pulse> ghosts, Layout layout) {
    if (!onSeveralLines(ghosts, layout)) {
      return new Passage(List.of(), ghosts, Flags.NONE);
    }
    List<List<Pulse>> pulses = new ArrayList<>();
    layout.detectors().forEach(d -> pulses.add(new ArrayList<>()));
    ghosts.forEach(pulse -> pulses.get(pulse.detector()).add(pulse));
    List<Touch> most = List.of();
    List<Touch> all = Touch.of(pulses, layout);
    for (int line = 0; line < Touch.places(layout).size(); line++) {
      int number = line;
      List<Touch> there = all.stream().filter(touch -> touch.line() == number).toList();
      most = there.size() > most.size() ? there : most;
    }
    List<AxleTrack> axles = new ArrayList<>();
    List<Pulse> others = new ArrayList<>(ghosts);
    for (Touch touch : most) {
      AxleTrack axle = new AxleTrack(layout.detectors(), touch.paceSamples());
      touch.pulses().forEach(axle::add);
      others.removeAll(touch.pulses());
      axles.add(axle);
    }
    return new Passage(
        axles, others, Flags.of(MotionFlags.AXLE_COUNT_DOUBTFUL, MotionFlags.GHOST_AXLE));
  }

  private static boolean onSeveralLines(List<Pulse> pulses, Layout layout) {
    return pulses.stream()
            .map(pulse -> layout.detectors().get(pulse.detector()))
            .filter(layout.base()::contains)
            .map(Detector::lineIndex)
            .distinct()
            .count()
        > 1;
  }
}

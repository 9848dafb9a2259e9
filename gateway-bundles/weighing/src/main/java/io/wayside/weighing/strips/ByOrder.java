// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Axles of a vehicle whose pulses no speed brings together: it stood, or it turned back. */
final class ByOrder {

  private ByOrder() {}

  static Passage passage(List<List<Pulse>> pulses, Layout layout) {
    Map<Integer, Integer> votes = new HashMap<>();
    for (Detector detector : layout.base()) {
      int count = pulses.get(detector.index()).size();
      if (count > 0) {
        votes.merge(count, 1, Integer::sum);
      }
    }
    int axles =
        votes.entrySet().stream()
            .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(0);
    List<AxleTrack> tracks = new ArrayList<>();
    List<Pulse> ghosts = new ArrayList<>();
    for (int i = 0; i < axles; i++) {
      tracks.add(new AxleTrack(layout.detectors(), Double.NaN));
    }
    for (Detector detector : layout.detectors()) {
      List<Pulse> there = pulses.get(detector.index());
      boolean fits = there.size() == axles && layout.base().contains(detector);
      for (int i = 0; i < there.size(); i++) {
        if (fits) {
          tracks.get(i).add(there.get(i));
        } else {
          ghosts.add(there.get(i));
        }
      }
    }
    tracks.removeIf(track -> !track.tellsSpeed(layout.base()));
    if (tracks.isEmpty()) {
      pulses.forEach(ghosts::addAll);
      return new Passage(List.of(), ghosts.stream().distinct().toList(), Flags.NONE);
    }
    Flags flags = Flags.of(MotionFlags.AXLE_COUNT_DOUBTFUL, MotionFlags.STOPPED_ON_SENSOR);
    if (turnedBack(pulses, layout)) {
      flags = flags.with(MotionFlags.REVERSED);
    }
    if (!ghosts.isEmpty()) {
      flags = flags.with(MotionFlags.GHOST_AXLE);
    }
    return new Passage(tracks, ghosts, flags);
  }

  /** The first line felt more than the last: something drove on and off again. */
  private static boolean turnedBack(List<List<Pulse>> pulses, Layout layout) {
    Detector first = layout.base().get(0);
    Detector last = layout.base().get(layout.base().size() - 1);
    return pulses.get(first.index()).size() != pulses.get(last.index()).size();
  }
}

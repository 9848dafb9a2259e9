// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes pulses to axles, and sorts out those that found none. */
final class Leftovers {

  private static final double SAME_AXLE_M = 0.4;

  private Leftovers() {}

  /**
   * Gives each axle its pulse out of {@code there}; what comes before the last expected one and
   * fits none goes to {@code left}. What comes later stays.
   */
  static void take(
      List<AxleTrack> tracks,
      double[] expected,
      List<Pulse> there,
      double tolerance,
      List<Pulse> left) {
    if (expected.length == 0) {
      return;
    }
    double until = expected[expected.length - 1] + tolerance;
    int count = 0;
    while (count < there.size() && there.get(count).centre() <= until) {
      count++;
    }
    double[] observed = there.stream().limit(count).mapToDouble(Pulse::centre).toArray();
    int[] partner = Alignment.of(expected, observed, tolerance).partner();
    boolean[] taken = new boolean[count];
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        tracks.get(i).add(there.get(partner[i]));
        taken[partner[i]] = true;
      }
    }
    for (int j = 0; j < count; j++) {
      if (!taken[j]) {
        left.add(there.get(j));
      }
    }
    there.subList(0, count).clear();
  }

  /**
   * Second peaks join their axle; pulses in several lines at the same place of the vehicle are an
   * axle that the reference line did not feel; the others stay in {@code left}.
   */
  static void sort(List<AxleTrack> tracks, List<Pulse> left, Layout layout, Detector reference) {
    List<Placed> placed = new ArrayList<>();
    for (Pulse pulse : left) {
      AxleTrack nearest = nearest(tracks, pulse, layout);
      double atM = layout.detectors().get(pulse.detector()).atM();
      double slowness = nearest.slowness(layout.base());
      double late = pulse.centre() - nearest.timeAt(atM, layout.base());
      if (Math.abs(late) < SAME_AXLE_M * Math.abs(slowness)) {
        nearest.add(pulse);
      } else {
        double time = nearest.timeAt(reference.atM(), layout.base()) + late;
        placed.add(new Placed(pulse, time, slowness));
      }
    }
    left.clear();
    placed.sort(Comparator.comparingDouble(Placed::time));
    for (int i = 0; i < placed.size(); ) {
      Placed first = placed.get(i);
      AxleTrack track = new AxleTrack(layout.detectors(), first.slowness);
      while (i < placed.size()
          && placed.get(i).time - first.time < SAME_AXLE_M * Math.abs(first.slowness)) {
        track.add(placed.get(i).pulse);
        i++;
      }
      if (isAxle(track, layout)) {
        tracks.add(track);
      } else {
        left.addAll(track.pulses());
      }
    }
  }

  private static AxleTrack nearest(List<AxleTrack> tracks, Pulse pulse, Layout layout) {
    double atM = layout.detectors().get(pulse.detector()).atM();
    return tracks.stream()
        .min(
            Comparator.comparingDouble(
                track -> Math.abs(track.timeAt(atM, layout.base()) - pulse.centre())))
        .orElseThrow();
  }

  /** Half of the lines or more felt it; of two lines one will do when both its halves did. */
  static boolean isAxle(AxleTrack track, Layout layout) {
    int lines = layout.lines();
    int felt = track.lines();
    return (lines == 2 && felt == 1) ? track.pulses().size() >= 2 : 2 * felt >= lines;
  }

  private record Placed(Pulse pulse, double time, double slowness) {}
}

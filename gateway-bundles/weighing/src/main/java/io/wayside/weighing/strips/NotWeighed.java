// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A vehicle that stood or turned back on the lines. The area of a pulse weighs with the speed at
 * that moment, and nobody knows it: what is known is that the vehicle came, when, and on how many
 * axles. Its loads are nought with an uncertainty that holds whatever drives.
 */
final class NotWeighed {

  // No axle on the road carries more: the load lies between nought and this.
  private static final double HEAVIEST_AXLE_N = 25_000 * 9.80665;

  private NotWeighed() {}

  static MotionVehicle of(
      Built built,
      Layout layout,
      Kinematics motion,
      SampleClock clock,
      double degreesC,
      Flags doubts) {
    List<MotionAxle> axles = new ArrayList<>();
    List<MotionGroup> groups = new ArrayList<>();
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (AxleTrack track : built.axles()) {
      Flags flags = Flags.of(MotionFlags.NOT_WEIGHED);
      for (Pulse pulse : track.pulses()) {
        first = Math.min(first, pulse.start());
        last = Math.max(last, pulse.end());
        flags = pulse.stuck() ? flags.with(MotionFlags.STOPPED_ON_SENSOR) : flags;
      }
      groups.add(new MotionGroup(axles.size(), 1, 0, HEAVIEST_AXLE_N));
      axles.add(
          new MotionAxle(
              clock.nanosAt(firstTouch(track, layout)),
              0,
              HEAVIEST_AXLE_N,
              motion.speed(axles.size()),
              Double.NaN,
              Double.NaN,
              MotionAxle.Tyres.NOT_TOLD,
              flags));
    }
    double began = built.stay().map(Presence.Stay::on).orElse((double) first);
    double ended = built.stay().filter(Presence.Stay::isOver).map(Presence.Stay::off).orElse(0.0);
    return new MotionVehicle(
        clock.nanosAt(Math.min(began, (double) first)),
        clock.nanosAt(Math.max(ended, (double) last)),
        motion.mean(),
        Math.abs(motion.mean()),
        Double.NaN,
        axles,
        Collections.nCopies(axles.size() - 1, Double.NaN),
        groups,
        0,
        HEAVIEST_AXLE_N * axles.size(),
        Double.NaN,
        degreesC,
        doubts.with(MotionFlags.STOPPED_ON_SENSOR));
  }

  /** When it came to the first line that felt it. */
  private static double firstTouch(AxleTrack track, Layout layout) {
    return layout.detectors().stream()
        .filter(track::has)
        .mapToDouble(detector -> Objects.requireNonNull(track.on(detector)).centre())
        .min()
        .orElse(0);
  }
}

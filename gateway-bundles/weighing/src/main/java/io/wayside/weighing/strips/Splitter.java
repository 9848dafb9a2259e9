// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a passage into vehicles: by the loop where there is one, else by the gaps between axles and
 * their speeds. Where neither is certain the vehicles say so.
 */
final class Splitter {

  // No pair of vehicles can have axles closer than their overhangs make it.
  private static final double LEAST_GAP_M = 3.0;
  // Kingpins and drawbars reach further than this seldom, and vehicles 0.8 s apart always.
  private static final double DOUBTFUL_GAP_M = 8.5;
  private static final double DOUBTFUL_GAP_S = 0.75;
  private static final double DOUBTFUL_AT_LEAST_M = 6;
  // More than braking can do between two axles.
  private static final double SPEEDS_DIFFER = 0.08;
  private static final double LOOP_TOLERANCE_M = 0.7;
  // A loop loses a high vehicle between its axle groups for less than this.
  private static final double DROPOUT_M = 1.5;

  private final Layout layout;
  private final StripRules rules;
  private final double samplesPerSecond;

  Splitter(Layout layout, StripRules rules, double samplesPerSecond) {
    this.layout = layout;
    this.rules = rules;
    this.samplesPerSecond = samplesPerSecond;
  }

  /**
   * @param presence the loop that decides; empty without one
   */
  List<Built> split(Passage passage, Optional<Presence> presence) {
    if (passage.isOne()) {
      boolean unfelt = presence.isPresent() && passage.stay().isEmpty();
      Flags flags = unfelt ? passage.flags().with(MotionFlags.NO_PRESENCE) : passage.flags();
      return List.of(
          new Built(
              List.copyOf(passage.axles()), passage.ghosts(), flags, passage.stay(), presence));
    }
    List<Built> vehicles = new ArrayList<>();
    Flags carried = Flags.NONE;
    Flags doubts = Flags.NONE;
    int from = 0;
    for (int i = 1; i <= passage.axles().size(); i++) {
      Cut cut =
          i == passage.axles().size()
              ? new Cut(true, Flags.NONE)
              : between(passage.axles().get(i - 1), passage.axles().get(i), presence);
      doubts = doubts.with(cut.flags);
      if (cut.here) {
        vehicles.add(build(passage, from, i, doubts.with(carried), presence));
        carried = cut.flags;
        doubts = Flags.NONE;
        from = i;
      }
    }
    return vehicles;
  }

  private Built build(
      Passage passage, int from, int to, Flags doubts, Optional<Presence> presence) {
    List<AxleTrack> axles = passage.axles().subList(from, to);
    Optional<Presence.Stay> stay = presence.flatMap(p -> stay(axles.get(0), p));
    Flags flags = doubts;
    if (presence.isPresent() && stay.isEmpty()) {
      flags = flags.with(MotionFlags.NO_PRESENCE);
    }
    // A ghost is a doubt about the vehicle that it came nearest to.
    List<Pulse> ghosts =
        passage.ghosts().stream()
            .filter(
                ghost -> {
                  AxleTrack nearest =
                      passage.axles().stream()
                          .min(Comparator.comparingDouble(axle -> distance(axle, ghost)))
                          .orElseThrow();
                  return axles.contains(nearest);
                })
            .toList();
    Flags own = Flags.NONE;
    for (var flag : passage.flags().all()) {
      if (!flag.equals(MotionFlags.GHOST_AXLE) || !ghosts.isEmpty()) {
        own = own.with(flag);
      }
    }
    return new Built(List.copyOf(axles), ghosts, own.with(flags), stay, presence);
  }

  private double distance(AxleTrack axle, Pulse ghost) {
    double atM = layout.detectors().get(ghost.detector()).atM();
    return Math.abs(axle.timeAt(atM, layout.base()) - ghost.centre());
  }

  private record Cut(boolean here, Flags flags) {}

  private Cut between(AxleTrack one, AxleTrack next, Optional<Presence> presence) {
    double atM = layout.base().get(0).atM();
    double slowness = Math.abs(one.slowness(layout.base()) + next.slowness(layout.base())) / 2;
    double time = next.timeAt(atM, layout.base()) - one.timeAt(atM, layout.base());
    double gap = time / slowness;
    boolean otherSpeed =
        gap > LEAST_GAP_M
            && Math.abs(one.slowness(layout.base()) - next.slowness(layout.base()))
                > SPEEDS_DIFFER * slowness;
    if (presence.isPresent()) {
      Optional<Presence.Stay> first = stay(one, presence.get());
      Optional<Presence.Stay> second = stay(next, presence.get());
      if (first.isPresent() && second.isPresent()) {
        boolean same = first.get().on() == second.get().on();
        if (!same) {
          boolean dropout = (second.get().on() - first.get().off()) / slowness < DROPOUT_M;
          return new Cut(
              true,
              gap < LEAST_GAP_M || (dropout && !otherSpeed)
                  ? Flags.of(MotionFlags.POSSIBLE_SPLIT)
                  : Flags.NONE);
        }
        if (gap > rules.longestSpacingM() || otherSpeed) {
          return new Cut(true, Flags.of(MotionFlags.TAILGATING));
        }
        return new Cut(
            false,
            gap > DOUBTFUL_GAP_M && time > DOUBTFUL_GAP_S / 2 * samplesPerSecond
                ? Flags.of(MotionFlags.POSSIBLE_TWO_VEHICLES)
                : Flags.NONE);
      }
    }
    if (gap > rules.longestSpacingM()) {
      return new Cut(true, Flags.NONE);
    }
    if (otherSpeed && gap > DOUBTFUL_AT_LEAST_M) {
      return new Cut(true, Flags.of(MotionFlags.TAILGATING));
    }
    boolean doubtful =
        otherSpeed
            || gap > DOUBTFUL_GAP_M
            || (gap > DOUBTFUL_AT_LEAST_M && time > DOUBTFUL_GAP_S * samplesPerSecond);
    return new Cut(false, doubtful ? Flags.of(MotionFlags.POSSIBLE_TWO_VEHICLES) : Flags.NONE);
  }

  /** A vehicle with what its loop says by now. */
  Built refreshed(Built built) {
    return new Built(
        built.axles(),
        built.ghosts(),
        built.flags(),
        built.stay().flatMap(stay -> built.presence().map(p -> p.now(stay))),
        built.presence());
  }

  private Optional<Presence.Stay> stay(AxleTrack axle, Presence presence) {
    double middle = (presence.loop().fromM() + presence.loop().toM()) / 2;
    double time = axle.timeAt(middle, layout.base());
    return presence.at(time, LOOP_TOLERANCE_M * Math.abs(axle.slowness(layout.base())));
  }
}

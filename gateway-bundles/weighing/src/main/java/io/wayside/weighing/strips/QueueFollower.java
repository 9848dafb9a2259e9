// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows axles from line to line where vehicles creep, stop and start: no speed brings their
 * pulses together, but they keep their order, and an axle presses alike on every line. Vehicles are
 * told apart by the stays over the loop before the lines.
 */
final class QueueFollower {

  // An axle passed over by one behind it was not felt; two or three in a row seldom.
  private static final double SKIP = 1.0;
  private static final double MOST_COST = 6;
  private static final double LEAP = 1.5;
  private static final int LOOK_AHEAD = 4;
  // Speed over the gap against that in the pulse: an axle may have stood between, not flown.
  private static final double FLOWN = 3;
  // A vehicle with next to no overhang is clear of the loop before its last axle is on the line.
  private static final double OVERHANG_M = 1.5;
  // The first axle of the next one has further to go than this since its nose was felt.
  private static final double FIRST_AXLE_M = 2.5;

  private final List<Double> places;
  private final List<Detector> detectors;
  private final Presence presence;

  QueueFollower(Layout layout, Presence presence) {
    this.places = Touch.places(layout);
    this.detectors = layout.detectors();
    this.presence = presence;
  }

  /** One axle on its way. */
  private static final class Walker {
    private final List<Touch> touches = new ArrayList<>();
    private final Presence.@Nullable Stay stay;
    private boolean gone;

    Walker(Touch first, Presence.@Nullable Stay stay) {
      touches.add(first);
      this.stay = stay;
    }

    Touch last() {
      return touches.get(touches.size() - 1);
    }

    double strength() {
      return touches.stream().mapToDouble(Touch::strength).average().orElse(1);
    }
  }

  /**
   * The vehicle at the front.
   *
   * @param axles all that were followed
   * @param strays pulses among its own that belong to no axle
   * @param stay over the loop; empty where nothing was felt
   * @param passed all its axles have left the last line behind them
   * @param last sample of all that belongs to it
   */
  record Front(
      List<AxleTrack> axles,
      List<Pulse> strays,
      Optional<Presence.Stay> stay,
      boolean passed,
      double last) {

    /** As a passage: axles that too few lines felt are strays, unless there are no others. */
    Passage passage(Layout layout) {
      List<AxleTrack> sure = axles.stream().filter(a -> Leftovers.isAxle(a, layout)).toList();
      List<Pulse> ghosts = new ArrayList<>(strays);
      if (!sure.isEmpty()) {
        axles.stream().filter(a -> !sure.contains(a)).forEach(a -> ghosts.addAll(a.pulses()));
      }
      Flags flags = ghosts.isEmpty() ? Flags.NONE : Flags.of(MotionFlags.GHOST_AXLE);
      return new Passage(
          sure.isEmpty() ? axles : sure,
          ghosts,
          sure.isEmpty() ? flags.with(MotionFlags.AXLE_COUNT_DOUBTFUL) : flags,
          true,
          stay);
    }
  }

  /** Who is at the front of these pulses; empty when only strays are there. */
  Optional<Front> front(List<List<Pulse>> pulses, Layout layout) {
    List<Walker> walkers = new ArrayList<>();
    List<List<Walker>> waiting = new ArrayList<>();
    places.forEach(place -> waiting.add(new ArrayList<>()));
    List<Touch> strays = new ArrayList<>();
    for (Touch touch : Touch.of(pulses, layout)) {
      if (touch.line() == 0) {
        Walker walker = new Walker(touch, stayOf(touch, walkers));
        walkers.add(walker);
        waiting.get(1).add(walker);
      } else if (!step(touch, waiting)) {
        strays.add(touch);
      }
    }
    if (walkers.isEmpty()) {
      return Optional.empty();
    }
    List<Walker> own = new ArrayList<>();
    for (Walker walker : walkers) {
      if (own.isEmpty() || together(own.get(own.size() - 1), walker)) {
        own.add(walker);
      } else {
        break;
      }
    }
    return Optional.of(front(own, strays));
  }

  private Front front(List<Walker> own, List<Touch> strays) {
    double last = own.stream().mapToDouble(w -> w.last().time()).max().orElse(0);
    List<Pulse> among = new ArrayList<>();
    for (Touch stray : strays) {
      if (stray.time() <= last) {
        among.addAll(stray.pulses());
      }
    }
    List<AxleTrack> axles = new ArrayList<>();
    for (Walker walker : own) {
      AxleTrack track = new AxleTrack(detectors, walker.touches.get(0).paceSamples());
      walker.touches.forEach(touch -> touch.pulses().forEach(track::add));
      axles.add(track);
    }
    return new Front(
        axles,
        among,
        Optional.ofNullable(own.get(0).stay),
        own.stream().allMatch(walker -> walker.gone),
        last);
  }

  /** Takes the touch to the axle that it fits best among those that come to its line. */
  private boolean step(Touch touch, List<List<Walker>> waiting) {
    int line = touch.line();
    double least = MOST_COST;
    int from = -1;
    int index = -1;
    double passedOver = 0;
    for (int k = line; k >= Math.max(1, line - 1); k--) {
      List<Walker> there = waiting.get(k);
      for (int j = 0; j < Math.min(LOOK_AHEAD, there.size()); j++) {
        double cost =
            (passedOver + j) * SKIP + (line - k) * LEAP + touch.unlike(there.get(j).strength());
        if (cost < least && !flown(there.get(j).last(), touch)) {
          least = cost;
          from = k;
          index = j;
        }
      }
      passedOver += there.size();
    }
    if (from < 0) {
      return false;
    }
    List<Walker> ahead = new ArrayList<>(from < line ? waiting.get(line) : List.of());
    if (from < line) {
      waiting.get(line).clear();
    }
    List<Walker> there = waiting.get(from);
    ahead.addAll(there.subList(0, index + 1));
    there.get(index).touches.add(touch);
    there.subList(0, index + 1).clear();
    for (Walker walker : ahead) {
      if (line + 1 < places.size()) {
        waiting.get(line + 1).add(walker);
      } else {
        walker.gone = true;
      }
    }
    return true;
  }

  private boolean flown(Touch before, Touch touch) {
    double metres = places.get(touch.line()) - places.get(before.line());
    double pace = (touch.time() - before.time()) / metres;
    return pace * FLOWN < Math.min(before.paceSamples(), touch.paceSamples());
  }

  /** Axles of one stay; without a stay those that nothing but a vehicle's own length parts. */
  private boolean together(Walker one, Walker next) {
    if (one.stay != null && next.stay != null) {
      return one.stay.on() == next.stay.on();
    }
    Touch before = one.touches.get(0);
    Touch behind = next.touches.get(0);
    double pace = Math.max(before.paceSamples(), behind.paceSamples());
    return behind.time() - before.time() < FIRST_AXLE_M * pace;
  }

  /** The stay of what touches the first line: the vehicle before may just be clear of the loop. */
  private Presence.@Nullable Stay stayOf(Touch touch, List<Walker> before) {
    Optional<Presence.Stay> newest = presence.latest(touch.time());
    if (newest.isEmpty()) {
      return null;
    }
    Presence.Stay stay = newest.get();
    if (touch.time() - stay.on() < FIRST_AXLE_M * touch.paceSamples()) {
      Optional<Presence.Stay> earlier = presence.latest(stay.on() - 1);
      return earlier.filter(e -> isLastOf(e, touch, before)).orElse(stay);
    }
    boolean both = touch.pulses().size() > 1; // and not a motorcycle that no loop felt
    boolean near = !stay.isOver() || touch.time() - stay.off() < FIRST_AXLE_M * touch.paceSamples();
    return near || both || count(stay, before) == 1 ? stay : null;
  }

  /** Whether a vehicle whose tail has left the loop may have this axle behind all others. */
  private static boolean isLastOf(Presence.Stay stay, Touch touch, List<Walker> before) {
    return touch.time() - stay.off() < OVERHANG_M * touch.paceSamples() || count(stay, before) == 1;
  }

  private static long count(Presence.Stay stay, List<Walker> walkers) {
    return walkers.stream().filter(w -> w.stay != null && w.stay.on() == stay.on()).count();
  }
}

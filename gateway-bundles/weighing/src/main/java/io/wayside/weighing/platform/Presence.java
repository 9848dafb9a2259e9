// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.ArrayList;
import java.util.List;

/** What the loops saw while a passage lasted. */
final class Presence {

  /** A passage needs a few edges per loop; a chattering loop must not fill the memory. */
  private static final int MOST_EDGES = 256;

  private record Edge(int loop, boolean active, double seconds) {}

  private final List<PresenceLoop> loops;
  private final boolean[] active;
  private final List<Edge> edges = new ArrayList<>();

  Presence(List<PresenceLoop> loops) {
    this.loops = loops;
    this.active = new boolean[loops.size()];
  }

  /** A sample of a loop that is a channel. */
  void sample(int loop, double sample, double seconds) {
    state(loop, loops.get(loop).after(active[loop], sample), seconds);
  }

  void state(int loop, boolean now, double seconds) {
    if (active[loop] != now) {
      active[loop] = now;
      if (edges.size() < MOST_EDGES) {
        edges.add(new Edge(loop, now, seconds));
      }
    }
  }

  boolean any() {
    for (boolean each : active) {
      if (each) {
        return true;
      }
    }
    return false;
  }

  /** Whether every loop has something over it: then no gap between vehicles is here. */
  boolean all() {
    for (boolean each : active) {
      if (!each) {
        return false;
      }
    }
    return true;
  }

  boolean installed() {
    return !loops.isEmpty();
  }

  /** Begins the next passage; loops stay as they are. */
  void next() {
    edges.clear();
    for (int i = 0; i < active.length; i++) {
      if (active[i]) {
        edges.add(new Edge(i, true, Double.NEGATIVE_INFINITY));
      }
    }
  }

  /** Doubts that follow from the loops alone. */
  Flags doubts() {
    if (loops.isEmpty()) {
      return Flags.NONE;
    }
    if (edges.stream().noneMatch(Edge::active)) {
      return Flags.of(MotionFlags.NO_PRESENCE);
    }
    Flags flags = Flags.NONE;
    int entry = extreme(true);
    int exit = extreme(false);
    if (entry != exit) {
      double cameIn = first(entry);
      double cameOut = first(exit);
      if (Double.isInfinite(cameOut) && cameOut > 0) {
        flags = flags.with(MotionFlags.REVERSED);
      } else if (cameOut < cameIn) {
        flags = flags.with(MotionFlags.WRONG_WAY);
      }
    }
    return flags;
  }

  /** How the loops see two axles that follow one another. */
  enum Verdict {
    ONE_VEHICLE,
    DOUBTFUL,
    TWO_VEHICLES
  }

  /**
   * Whether a loop was left and entered again between the two axles' passing over its middle. A
   * loop does not see a gap shorter than itself, so one that sees it is enough; where most see
   * none, it is doubtful as well.
   *
   * @param firstS begin of the passage, to which the axles' times refer
   */
  Verdict between(Footing one, Footing other, double lengthM, double firstS) {
    int seen = 0;
    for (int i = 0; i < loops.size(); i++) {
      double middle = (loops.get(i).fromM() + loops.get(i).toM()) / 2;
      double from = firstS + one.onS() + middle / one.speedMps(lengthM);
      double to = firstS + other.onS() + middle / other.speedMps(lengthM);
      double leftAt = Double.NaN;
      boolean again = false;
      for (Edge edge : edges) {
        if (edge.loop() == i && edge.seconds() > from && edge.seconds() < to) {
          again |= edge.active() && !Double.isNaN(leftAt);
          leftAt = edge.active() ? leftAt : edge.seconds();
        }
      }
      seen += again ? 1 : 0;
    }
    if (seen == 0) {
      return Verdict.ONE_VEHICLE;
    }
    return 2 * seen > loops.size() ? Verdict.TWO_VEHICLES : Verdict.DOUBTFUL;
  }

  private double first(int loop) {
    return edges.stream()
        .filter(edge -> edge.loop() == loop && edge.active())
        .mapToDouble(Edge::seconds)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private int extreme(boolean entry) {
    int best = 0;
    for (int i = 1; i < loops.size(); i++) {
      boolean further =
          entry
              ? loops.get(i).fromM() < loops.get(best).fromM()
              : loops.get(i).toM() > loops.get(best).toM();
      best = further ? i : best;
    }
    return best;
  }
}

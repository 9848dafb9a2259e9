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

  private record Edge(int loop, boolean active, double seconds, boolean loaded) {}

  private final List<PresenceLoop> loops;
  private final boolean[] active;
  private final List<Edge> edges = new ArrayList<>();

  Presence(List<PresenceLoop> loops) {
    this.loops = loops;
    this.active = new boolean[loops.size()];
  }

  void state(int loop, boolean now, double seconds, boolean platformLoaded) {
    if (active[loop] != now) {
      active[loop] = now;
      if (edges.size() < MOST_EDGES) {
        edges.add(new Edge(loop, now, seconds, platformLoaded));
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

  boolean installed() {
    return !loops.isEmpty();
  }

  /** Begins the next passage; loops stay as they are. */
  void next() {
    edges.clear();
    for (int i = 0; i < active.length; i++) {
      if (active[i]) {
        edges.add(new Edge(i, true, Double.NEGATIVE_INFINITY, false));
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
    for (int i = 0; i < loops.size(); i++) {
      if (returned(i)) {
        flags = flags.with(MotionFlags.TWO_ON_PLATFORM);
      }
    }
    return flags;
  }

  /** Whether a loop came on a second time while the platform was still loaded. */
  private boolean returned(int loop) {
    boolean wentOff = false;
    for (Edge edge : edges) {
      if (edge.loop() == loop && !edge.active()) {
        wentOff = true;
      } else if (edge.loop() == loop && wentOff && edge.loaded()) {
        return true;
      }
    }
    return false;
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

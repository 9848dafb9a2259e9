// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.rig.simulators.toll.WorldEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the driver of contacts does for a lane: a change counts when it has lasted for the settling
 * time, with the time of the edge from which on it lasted.
 */
final class Settling {

  /** Longer than a bounce of the simulated loops, as a site with such loops would set it. */
  static final long NANOS = 10_000_000L;

  private boolean occupied;
  private WorldEvent.@Nullable Edge pending;

  /** Whether it is a change that may last. */
  boolean hear(WorldEvent.Edge edge) {
    if (edge.occupied() == occupied) {
      pending = null;
      return false;
    }
    pending = edge;
    return true;
  }

  /** When the settling time is over: whether nothing has come in between. */
  boolean lasted(WorldEvent.Edge edge) {
    if (!edge.equals(pending)) {
      return false;
    }
    pending = null;
    occupied = edge.occupied();
    return true;
  }
}

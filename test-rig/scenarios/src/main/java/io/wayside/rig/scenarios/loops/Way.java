// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.loops;

import io.wayside.rig.simulators.loops.ContactEdge;
import java.util.List;

/** How the edges of simulated contacts come to the counter. */
interface Way {

  /** What the counter hears, one call at a time and each channel in order. */
  interface Hearing {
    void changed(String channel, long nanos, boolean on);

    /** A channel was not heard for a while. */
    void lost(String channel, long sinceNanos);
  }

  /** The channels of the lane. */
  List<String> CHANNELS = List.of("lead", "trail", "piezo-1");

  /** Plays all edges, in the order of their times, and returns when the last was heard. */
  void play(List<ContactEdge> edges, Hearing hearing) throws InterruptedException;

  /** How far the time of a change may be off. */
  default long grainNanos() {
    return 0;
  }

  /** As they are, without a driver. */
  static Way direct() {
    return (edges, hearing) ->
        edges.forEach(edge -> hearing.changed(edge.channel(), edge.nanos(), edge.on()));
  }
}

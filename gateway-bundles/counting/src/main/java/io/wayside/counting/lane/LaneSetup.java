// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.lane;

import io.wayside.counting.fault.FaultRules;
import io.wayside.counting.interval.Span;
import io.wayside.counting.loop.Delays;
import io.wayside.counting.loop.LoopRules;
import io.wayside.counting.loop.LoopWatch;
import io.wayside.counting.loop.Port;
import io.wayside.counting.loop.SingleLoop;
import io.wayside.counting.loop.Trap;
import io.wayside.counting.loop.TrapLayout;
import io.wayside.counting.scheme.Classifier;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a lane is built.
 *
 * @param layout of the pair of loops; none with a single loop
 * @param channels the contacts it has, with how late each speaks
 * @param windowNanos how much later than another a contact may be heard
 */
public record LaneSetup(
    Optional<TrapLayout> layout,
    LoopRules loops,
    FaultRules faults,
    Map<Port, Delays> channels,
    long windowNanos,
    List<Span> spans,
    ZoneId zone,
    Classifier classifier) {

  public LaneSetup {
    channels = Map.copyOf(channels);
    spans = List.copyOf(spans);
    if (!channels.containsKey(Port.LEAD)
        || layout.isPresent() != channels.containsKey(Port.TRAIL)) {
      throw new IllegalArgumentException(
          "a lane has a lead loop, and a trail loop where the spacing of a pair is given");
    }
  }

  public Set<Port> ports() {
    return channels.keySet();
  }

  LoopWatch watch() {
    return layout.isPresent()
        ? new Trap(layout.get(), loops, channels)
        : new SingleLoop(loops, channels.getOrDefault(Port.LEAD, Delays.NONE));
  }
}

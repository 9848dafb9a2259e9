// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.counting.loop.LoopEvent.CutOff;
import io.wayside.counting.loop.LoopEvent.Passed;
import io.wayside.counting.loop.Passage.How;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One loop alone: it counts, and tells neither speed nor length nor direction. */
public final class SingleLoop implements LoopWatch {

  /** Longer than any moving vehicle is seen. */
  private static final double STOOD_S = 20;

  private final LoopRules rules;
  private final Delays delays;
  private final PulseMaker maker;
  private long nowNanos = Long.MIN_VALUE;

  public SingleLoop(LoopRules rules, Delays delays) {
    this.rules = rules;
    this.delays = delays;
    this.maker = new PulseMaker(rules, delays);
  }

  @Override
  public List<LoopEvent> edge(Edge edge) {
    nowNanos = Math.max(nowNanos, edge.nanos());
    return edge.port() == Port.LEAD ? told(maker.edge(edge.nanos(), edge.on())) : List.of();
  }

  @Override
  public List<LoopEvent> advance(long nanos) {
    nowNanos = Math.max(nowNanos, nanos);
    return told(maker.advance(nanos));
  }

  @Override
  public List<LoopEvent> interrupted(long nanos) {
    nowNanos = Math.max(nowNanos, nanos);
    return told(maker.cut(nanos));
  }

  @Override
  public void resumed(long nanos) {
    nowNanos = Math.max(nowNanos, nanos);
  }

  @Override
  public long settledNanos() {
    OptionalLong open = maker.openSince();
    boolean stuck = open.isPresent() && nowNanos - open.getAsLong() > rules.stuckNanos();
    return open.isPresent() && !stuck ? open.getAsLong() : nowNanos - delays.onNanos();
  }

  private List<LoopEvent> told(Optional<Pulse> pulse) {
    return pulse.map(this::told).map(List::of).orElse(List.of());
  }

  private LoopEvent told(Pulse pulse) {
    if (pulse.offNanos() - pulse.onNanos() > rules.stuckNanos()) {
      return new CutOff(pulse.onNanos(), Port.LEAD);
    }
    Flags flags = pulse.cut() ? Flags.of(Flag.SIGNAL_INTERRUPTED) : Flags.NONE;
    return new Passed(
        new Passage(
            pulse.onNanos(),
            pulse.offNanos(),
            Direction.UNKNOWN,
            How.SINGLE_LOOP,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            pulse.seconds(),
            List.of(),
            pulse.seconds() > STOOD_S ? flags.with(LoopFlags.STOOD) : flags));
  }
}

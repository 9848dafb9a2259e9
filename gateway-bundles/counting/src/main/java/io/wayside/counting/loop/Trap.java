// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import io.wayside.core.quality.Flags;
import io.wayside.counting.loop.LoopEvent.CutOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two loops in a lane, with or without axle sensors between them. A vehicle that both saw cleanly
 * is told at once; what fits worse waits until nothing can come any more that would fit better.
 */
public final class Trap implements LoopWatch {

  /** More waiting presences are settled as they stand; bounds memory and time. */
  private static final int MOST_WAITING = 16;

  private static final int MOST_STRIKES = 256;

  private final TrapLayout layout;
  private final LoopRules rules;
  private final Map<Port, Delays> delays;
  private final Settled settled;
  private final long patienceNanos;
  private final LoopSide lead;
  private final LoopSide trail;
  private final List<List<Long>> strikes = List.of(new ArrayList<>(), new ArrayList<>());
  private final long[] released = {Long.MIN_VALUE / 2, Long.MIN_VALUE / 2};
  private long nowNanos = Long.MIN_VALUE;
  private long resumedNanos = Long.MIN_VALUE / 2;

  /**
   * A pair of loops.
   *
   * @param delays how late each contact speaks; none given is none
   */
  public Trap(TrapLayout layout, LoopRules rules, Map<Port, Delays> delays) {
    this.delays = Map.copyOf(delays);
    this.layout = layout;
    this.rules = rules;
    this.settled = new Settled(layout, rules);
    this.patienceNanos = Math.round(layout.spacingM() / rules.slowestMps() * 1e9);
    this.lead = new LoopSide(Port.LEAD, rules, delay(Port.LEAD));
    this.trail = new LoopSide(Port.TRAIL, rules, delay(Port.TRAIL));
  }

  @Override
  public List<LoopEvent> edge(Edge edge) {
    nowNanos = Math.max(nowNanos, edge.nanos());
    List<LoopEvent> events = new ArrayList<>();
    switch (edge.port()) {
      case LEAD -> lead.edge(edge, events);
      case TRAIL -> trail.edge(edge, events);
      case PIEZO_1 -> strike(0, edge);
      case PIEZO_2 -> strike(1, edge);
    }
    settle(events, false);
    return events;
  }

  @Override
  public List<LoopEvent> advance(long nanos) {
    nowNanos = Math.max(nowNanos, nanos);
    List<LoopEvent> events = new ArrayList<>();
    lead.advance(nowNanos, events);
    trail.advance(nowNanos, events);
    settle(events, false);
    return events;
  }

  @Override
  public List<LoopEvent> interrupted(long nanos) {
    nowNanos = Math.max(nowNanos, nanos);
    List<LoopEvent> events = new ArrayList<>();
    lead.cut(nanos, events);
    trail.cut(nanos, events);
    settle(events, true);
    strikes.forEach(List::clear);
    return events;
  }

  @Override
  public void resumed(long nanos) {
    nowNanos = Math.max(nowNanos, nanos);
    resumedNanos = nanos;
  }

  @Override
  public long settledNanos() {
    long early = Math.max(delay(Port.LEAD).onNanos(), delay(Port.TRAIL).onNanos());
    long open = Math.min(lead.earliest(nowNanos), trail.earliest(nowNanos));
    return Math.min(nowNanos - early, open);
  }

  private Delays delay(Port port) {
    return delays.getOrDefault(port, Delays.NONE);
  }

  /** A sensor that closes again right after it opened bounces; no axle follows as close. */
  private void strike(int piezo, Edge edge) {
    if (piezo >= layout.piezosM().size()) {
      return;
    }
    if (!edge.on()) {
      released[piezo] = edge.nanos();
    } else if (edge.nanos() - released[piezo] >= rules.leastGapNanos()) {
      List<Long> kept = strikes.get(piezo);
      kept.add(edge.nanos() - delay(edge.port()).onNanos());
      if (kept.size() > MOST_STRIKES) {
        kept.remove(0);
      }
    }
  }

  private void settle(List<LoopEvent> events, boolean all) {
    while (!lead.waiting().isEmpty() || !trail.waiting().isEmpty()) {
      Move first = Pairing.of(lead.waiting(), trail.waiting(), layout, rules).get(0);
      boolean crowded = Math.max(lead.waiting().size(), trail.waiting().size()) > MOST_WAITING;
      if (!first.clean() && !aged(first) && !crowded && !all) {
        return;
      }
      lead.take(first.lead().size());
      trail.take(first.trail().size());
      boolean early = crowded && !first.clean() && !aged(first);
      tell(first, early ? Flags.of(LoopFlags.CROWDED) : Flags.NONE, events);
    }
    forgetStrikes();
  }

  private void tell(Move move, Flags doubts, List<LoopEvent> events) {
    if (move.kind() == Move.Kind.TRAIL_ALONE && began(move)) {
      events.add(new CutOff(move.firstNanos(), Port.TRAIL));
    } else {
      events.addAll(settled.events(move, doubts, strikes));
    }
  }

  /** Seen by the second loop so soon after nothing was heard that the first may have missed it. */
  private boolean began(Move move) {
    return move.firstNanos() < resumedNanos + patienceNanos;
  }

  /** Nothing can come any more that would fit better. */
  private boolean aged(Move move) {
    boolean leadOpen = lead.openSince(nowNanos).isPresent();
    boolean trailOpen = trail.openSince(nowNanos).isPresent();
    if (move.spans()) {
      return !leadOpen || trailOpen || trail.waiting().size() > 1;
    }
    boolean open =
        (leadOpen && move.kind() != Move.Kind.LEAD_ALONE)
            || (trailOpen && move.kind() != Move.Kind.TRAIL_ALONE);
    return !open && nowNanos - move.lastNanos() > patienceNanos;
  }

  private void forgetStrikes() {
    long until = settledNanos() - patienceNanos;
    for (List<Long> kept : strikes) {
      kept.removeIf(nanos -> nanos < until);
    }
  }

  /** One loop of the pair: its presences that wait to be settled. */
  private static final class LoopSide {
    private final Port port;
    private final LoopRules rules;
    private final PulseMaker maker;
    private final List<Pulse> waiting = new ArrayList<>();

    LoopSide(Port port, LoopRules rules, Delays delays) {
      this.port = port;
      this.rules = rules;
      this.maker = new PulseMaker(rules, delays);
    }

    void edge(Edge edge, List<LoopEvent> events) {
      take(maker.edge(edge.nanos(), edge.on()), events);
    }

    void advance(long nanos, List<LoopEvent> events) {
      take(maker.advance(nanos), events);
    }

    void cut(long nanos, List<LoopEvent> events) {
      take(maker.cut(nanos), events);
    }

    private void take(Optional<Pulse> pulse, List<LoopEvent> events) {
      if (pulse.isEmpty()) {
        return;
      }
      if (pulse.get().offNanos() - pulse.get().onNanos() > rules.stuckNanos()) {
        events.add(new CutOff(pulse.get().onNanos(), port));
      } else {
        waiting.add(pulse.get());
      }
    }

    List<Pulse> waiting() {
      return waiting;
    }

    void take(int count) {
      waiting.subList(0, count).clear();
    }

    /** Since when something is over the loop; a loop that is stuck says nothing. */
    Optional<Long> openSince(long nowNanos) {
      return maker.openSince().isPresent()
              && nowNanos - maker.openSince().getAsLong() <= rules.stuckNanos()
          ? Optional.of(maker.openSince().getAsLong())
          : Optional.empty();
    }

    long earliest(long nowNanos) {
      long open = openSince(nowNanos).orElse(nowNanos);
      return waiting.isEmpty() ? open : Math.min(open, waiting.get(0).onNanos());
    }
  }
}

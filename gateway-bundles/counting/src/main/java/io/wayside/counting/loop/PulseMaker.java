// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes presences out of the edges of one loop: gaps too short for a gap between vehicles are
 * bridged, presences too short for a vehicle are dropped. The first closing and the first lasting
 * opening are the times; what bounces after them is not.
 */
final class PulseMaker {

  private final LoopRules rules;
  private final Delays delays;
  private boolean on;
  private boolean again;
  private boolean ending;
  private long onNanos;
  private long offNanos;
  private long quietNanos;
  private long againNanos;
  private long blips;

  PulseMaker(LoopRules rules, Delays delays) {
    this.rules = rules;
    this.delays = delays;
  }

  /** Takes an edge; a presence may have ended before it. */
  Optional<Pulse> edge(long nanos, boolean active) {
    Optional<Pulse> ended = advance(nanos);
    if (active && !on) {
      again = ending;
      if (ending) {
        againNanos = nanos;
      } else {
        onNanos = nanos;
      }
      on = true;
    } else if (!active && on) {
      boolean bounced = again && nanos - againNanos < rules.bounceNanos();
      if (!bounced) {
        offNanos = nanos;
      }
      quietNanos = nanos;
      on = false;
      again = false;
      ending = true;
    }
    return ended;
  }

  /** The presence that has surely ended by now. */
  Optional<Pulse> advance(long nanos) {
    if (on || !ending || nanos - quietNanos < rules.leastGapNanos()) {
      return Optional.empty();
    }
    ending = false;
    if (offNanos - onNanos < rules.leastPresenceNanos()) {
      blips++;
      return Optional.empty();
    }
    return Optional.of(delays.cause(new Pulse(onNanos, offNanos, false)));
  }

  /** Forgets where it is; a presence that was under way ends here, cut. */
  Optional<Pulse> cut(long nanos) {
    Optional<Pulse> open =
        on || ending
            ? Optional.of(
                delays.cause(new Pulse(onNanos, on ? Math.max(nanos, onNanos) : offNanos, on)))
            : Optional.empty();
    on = false;
    again = false;
    ending = false;
    return open;
  }

  /** Since when a presence is under way. */
  OptionalLong openSince() {
    return on || ending ? OptionalLong.of(onNanos - delays.onNanos()) : OptionalLong.empty();
  }

  /** Presences dropped because no vehicle is as short. */
  long blips() {
    return blips;
  }
}

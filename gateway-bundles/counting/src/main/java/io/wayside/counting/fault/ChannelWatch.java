// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.fault;

import io.wayside.counting.fault.Fault.Kind;
import io.wayside.counting.loop.Port;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

/** What one channel by itself tells of its health: chatter and presence without end. */
final class ChannelWatch {

  private static final long SECOND = 1_000_000_000L;

  private final Port port;
  private final FaultRules rules;
  private final Deque<Long> closings = new ArrayDeque<>();
  private OptionalLong onSince = OptionalLong.empty();
  private long lastChatterNanos;

  ChannelWatch(Port port, FaultRules rules) {
    this.port = port;
    this.rules = rules;
  }

  void edge(long nanos, boolean on, Standing standing, List<FaultNews> news) {
    if (!on) {
      onSince = OptionalLong.empty();
      standing.end(Kind.STUCK_ON, port, nanos, news);
      return;
    }
    onSince = onSince.isPresent() ? onSince : OptionalLong.of(nanos);
    closings.addLast(nanos);
    while (nanos - closings.getFirst() > SECOND) {
      closings.removeFirst();
    }
    if (closings.size() >= rules.chatterClosings()) {
      lastChatterNanos = nanos;
      long since = closings.getFirst();
      standing.begin(
          new Fault(Kind.CHATTERING, port, since, closings.size() + " closings within a second"),
          news);
      closings.removeFirst();
    }
  }

  void tick(long nanos, Standing standing, List<FaultNews> news) {
    if (onSince.isPresent() && nanos - onSince.getAsLong() > rules.stuckNanos()) {
      long seconds = rules.stuckNanos() / SECOND;
      standing.begin(
          new Fault(
              Kind.STUCK_ON, port, onSince.getAsLong(), "presence for more than " + seconds + " s"),
          news);
    }
    if (nanos - lastChatterNanos > rules.chatterQuietNanos()) {
      standing.end(Kind.CHATTERING, port, nanos, news);
    }
  }

  /** Where it is is not known any more. */
  void forget() {
    onSince = OptionalLong.empty();
    closings.clear();
  }
}

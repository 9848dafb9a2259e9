// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Knows a message that was heard before: on the other channel, through a repeater, or sent once
 * more. The same sender, sequence and content within a minute are one message; how often it was
 * repeated and whether it was retransmitted do not count. When there is no more room the one that
 * was heard first is forgotten.
 */
public final class Repeats {

  /** As long as stations are known to repeat; the next report of the same is further away. */
  public static final Duration USUAL = Duration.ofMinutes(1);

  private static final int REPEAT = 6;
  private static final int RETRANSMITTED = 70;
  private static final int ADDRESSED = 6;

  private final long withinNanos;
  private final int most;

  /** When each was heard first, in that order. */
  private final Map<Bits, Long> heard = new LinkedHashMap<>();

  public Repeats(Duration within, int most) {
    this.withinNanos = within.toNanos();
    this.most = most;
  }

  /** Whether it is one; if not it will be known from now on. */
  public boolean isRepeat(Reception reception) {
    long now = reception.monotonicNanos();
    forget(now);
    if (heard.putIfAbsent(content(reception), now) != null) {
      return true;
    }
    if (heard.size() > most) {
      dropFirst();
    }
    return false;
  }

  private static Bits content(Reception reception) {
    Bits content = reception.bits().cleared(REPEAT).cleared(REPEAT + 1);
    boolean addressed = reception.message().type() == ADDRESSED && content.length() > RETRANSMITTED;
    return addressed ? content.cleared(RETRANSMITTED) : content;
  }

  private void forget(long now) {
    for (Iterator<Long> times = heard.values().iterator(); times.hasNext(); ) {
      if (now - times.next() <= withinNanos) {
        return;
      }
      times.remove();
    }
  }

  private void dropFirst() {
    Iterator<Long> first = heard.values().iterator();
    first.next();
    first.remove();
  }
}

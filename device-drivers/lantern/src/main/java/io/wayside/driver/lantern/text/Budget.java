// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many messages may be sent in 24 hours. Times are monotonic; not for several threads. */
public final class Budget {

  private static final long DAY_NANOS = 86_400_000_000_000L;

  private final int mostADay;
  private final Deque<Long> sent = new ArrayDeque<>();

  public Budget(int mostADay) {
    this.mostADay = mostADay;
  }

  /** Whether one more may be sent now. */
  public boolean allows(long nowNanos) {
    while (!sent.isEmpty() && nowNanos - sent.getFirst() >= DAY_NANOS) {
      sent.removeFirst();
    }
    return sent.size() < mostADay;
  }

  /** One was handed to the modem; whether it arrives or not, it may cost. */
  public void spend(long nowNanos) {
    sent.addLast(nowNanos);
  }
}

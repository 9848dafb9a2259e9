// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the messages at QoS 0 that a client library took and has not written yet. The libraries
 * take any number; nothing else would hold back a sender on a link that has stopped.
 */
public final class Unwritten {

  private final int most;
  private final AtomicInteger count = new AtomicInteger();

  public Unwritten(int most) {
    this.most = most;
  }

  /**
   * One more is handed over; {@link #written} must follow.
   *
   * @throws ConnectionLost when too many wait already
   */
  public void add(String topic) throws ConnectionLost {
    if (count.incrementAndGet() > most) {
      count.decrementAndGet();
      throw new ConnectionLost(
          "publishing to "
              + topic
              + " failed: "
              + most
              + " messages wait to be written, the link takes nothing",
          null);
    }
  }

  /** Written, or given up. */
  public void written() {
    count.decrementAndGet();
  }
}

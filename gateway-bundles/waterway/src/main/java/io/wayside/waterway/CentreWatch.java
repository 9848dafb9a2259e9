// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.centre.CentreLink;
import io.wayside.core.centre.Reach;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether there is a way for the centre's orders; links come and go on any thread. */
final class CentreWatch {

  private final Set<CentreLink> links = ConcurrentHashMap.newKeySet();
  private volatile long leftNanos;

  /**
   * @param nowNanos nothing is known of the time before
   */
  CentreWatch(long nowNanos) {
    this.leftNanos = nowNanos;
  }

  void add(CentreLink link) {
    links.add(link);
  }

  void remove(CentreLink link, long nowNanos) {
    leftNanos = lostSinceNanos().orElse(nowNanos); // First: nobody sees neither of both.
    links.remove(link);
  }

  /** Since when no link that carries commands is up, on the monotonic clock; empty while one is. */
  OptionalLong lostSinceNanos() {
    long since = leftNanos;
    for (CentreLink link : links) {
      if (!link.carriesCommands()) {
        continue;
      }
      Reach reach = link.reach();
      if (reach.up()) {
        return OptionalLong.empty();
      }
      if (reach.sinceMonotonicNanos() - since > 0) {
        since = reach.sinceMonotonicNanos();
      }
    }
    return OptionalLong.of(since);
  }
}

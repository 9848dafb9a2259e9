// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Ids of orders that were accepted, so that none is accepted twice. One is forgotten when its time
 * is over; what expires no later than a forgotten one is refused, also when the clock was set back.
 */
final class Spent {

  /** More orders than this may not be unexpired at a time. */
  static final int MOST = 500;

  private final Map<String, Instant> expiries = new HashMap<>();
  private Instant forgottenUntil = Instant.MIN;

  boolean contains(String id) {
    return expiries.containsKey(id);
  }

  void add(String id, Instant expires) {
    expires = expiries.getOrDefault(id, expires);
    expiries.put(id, expires);
  }

  /** Forgets what is over. */
  void sweep(Instant now) {
    expiries
        .values()
        .removeIf(
            expires -> {
              boolean over = !expires.isAfter(now);
              if (over) {
                forgetUntil(expires);
              }
              return over;
            });
  }

  /**
   * Whether another cannot be remembered.
   *
   * @param inNeed may use what is kept free for orders that give the light back
   */
  boolean isFull(boolean inNeed) {
    return expiries.size() >= (inNeed ? 2 * MOST : MOST);
  }

  /** An order that expires by then may be a forgotten one. */
  Instant forgottenUntil() {
    return forgottenUntil;
  }

  void forgetUntil(Instant until) {
    if (until.isAfter(forgottenUntil)) {
      forgottenUntil = until;
    }
  }
}

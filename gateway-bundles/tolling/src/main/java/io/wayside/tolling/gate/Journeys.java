// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where media are on their journeys, the most recently tapped ones. When it is full the one that
 * was not tapped for longest is dropped and counted: its next tap out has no tap in.
 */
public final class Journeys {

  private final int most;
  private final LinkedHashMap<String, Journey> byToken = new LinkedHashMap<>();
  private long dropped;

  public Journeys(int most) {
    this.most = most;
  }

  public Optional<Journey> of(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  /** Sets what is known now; nothing when empty. */
  public void set(String token, Optional<Journey> journey) {
    byToken.remove(token);
    if (journey.isPresent()) {
      byToken.put(token, journey.get());
    }
    if (byToken.size() > most) {
      Map.Entry<String, Journey> oldest = byToken.entrySet().iterator().next();
      byToken.remove(oldest.getKey());
      dropped++;
    }
  }

  public int size() {
    return byToken.size();
  }

  public long dropped() {
    return dropped;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import io.wayside.core.record.RecordId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The window: what was sent in this session and is not acknowledged yet. Not for several threads.
 */
public final class InFlight {

  private final int window;
  private final Map<RecordId, Long> sentAtNanos = new LinkedHashMap<>();

  public InFlight(int window) {
    if (window < 1) {
      throw new IllegalArgumentException("the window must hold at least one record, not " + window);
    }
    this.window = window;
  }

  /** How many more may be sent. */
  public int free() {
    return window - sentAtNanos.size();
  }

  public boolean isEmpty() {
    return sentAtNanos.isEmpty();
  }

  public void sent(RecordId id, long monotonicNanos) {
    if (free() == 0) {
      throw new IllegalStateException("the window of " + window + " is full");
    }
    sentAtNanos.put(id, monotonicNanos);
  }

  /** Returns whether it was in flight. */
  public boolean acknowledged(RecordId id) {
    return sentAtNanos.remove(id) != null;
  }

  /** How long the oldest has been waiting; 0 when nothing is in flight. */
  public long oldestAgeNanos(long monotonicNanos) {
    return sentAtNanos.values().stream().findFirst().map(at -> monotonicNanos - at).orElse(0L);
  }
}

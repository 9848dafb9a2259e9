// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The window: what was sent in this session and is not acknowledged yet. It counts records, since
 * those are what a cut repeats, and beside them messages, since those are what a broker limits. Not
 * for several threads.
 */
final class InFlight {

  private final int window;
  private final int messages;
  private final Map<Parcel, Long> sentAtNanos = new LinkedHashMap<>();
  private int records;

  /**
   * @param window the most records
   * @param messages the most messages
   */
  InFlight(int window, int messages) {
    if (window < 1 || messages < 1) {
      throw new IllegalArgumentException(
          "the window must hold at least one record and one message, not "
              + window
              + " and "
              + messages);
    }
    this.window = window;
    this.messages = messages;
  }

  /** How many more records may be sent. */
  int free() {
    return window - records;
  }

  /** How many records were sent and are not acknowledged. */
  int records() {
    return records;
  }

  boolean takesMessage() {
    return sentAtNanos.size() < messages;
  }

  boolean isEmpty() {
    return sentAtNanos.isEmpty();
  }

  void sent(Parcel parcel, long monotonicNanos) {
    int size = parcel.records().size();
    if (size > free() || !takesMessage()) {
      throw new IllegalStateException(
          "the window of " + window + " records in " + messages + " messages is full");
    }
    records += size;
    sentAtNanos.put(parcel, monotonicNanos);
  }

  /** Returns when it was sent, if it was in flight. */
  OptionalLong acknowledged(Parcel parcel) {
    Long sent = sentAtNanos.remove(parcel);
    if (sent == null) {
      return OptionalLong.empty();
    }
    records -= parcel.records().size();
    return OptionalLong.of(sent);
  }

  /** How long the oldest has been waiting; 0 when nothing is in flight. */
  long oldestAgeNanos(long monotonicNanos) {
    return sentAtNanos.values().stream().findFirst().map(at -> monotonicNanos - at).orElse(0L);
  }
}

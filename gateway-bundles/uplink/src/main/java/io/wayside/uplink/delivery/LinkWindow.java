// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import java.time.Duration;
import java.util.Arrays;

/**
 * The window sized to the link: as many records in flight as the link took lately. What is in
 * flight cannot be overtaken, so an alarm waits behind about {@link #LATELY} of a slow link and
 * never behind a fixed number of records; a fast link gets the whole window within a few round
 * trips. On a long way (a satellite, a broker that acknowledges late) lately is twice the shortest
 * round trip, or the window could not grow. Not for several threads.
 */
final class LinkWindow {

  /** So many may always be in flight: enough to double at each round trip from a standing start. */
  static final int SMALLEST = 10;

  static final Duration LATELY = Duration.ofMillis(500);

  private static final long SLOT_NANOS = LATELY.toNanos() / 16;
  private static final int MOST_SLOTS = 640; // 20 s, a round trip of 10 s

  private final int smallest;
  private final int most;
  private final int[] taken = new int[MOST_SLOTS]; // records acknowledged in each slot of time
  private final long startedNanos;
  private long slot; // the newest, counted from the start of the session
  private int slots = slots(LATELY.toNanos()); // that count
  private int lately; // the sum of those
  private long shortestRoundTripNanos = Long.MAX_VALUE;

  /**
   * @param batch records that are to fit into one message; two such always may be in flight
   * @param most the most records in flight, however fast the link
   */
  LinkWindow(int batch, int most, long monotonicNanos) {
    this.smallest = Math.min(most, Math.max(SMALLEST, 2 * batch));
    this.most = most;
    this.startedNanos = monotonicNanos;
  }

  private static int slots(long nanos) {
    return (int) Math.min(MOST_SLOTS, (nanos + SLOT_NANOS - 1) / SLOT_NANOS);
  }

  void acknowledged(int records, long roundTripNanos, long monotonicNanos) {
    moveTo(monotonicNanos);
    taken[index(slot)] += records;
    lately += records;
    if (roundTripNanos < shortestRoundTripNanos) {
      shortestRoundTripNanos = roundTripNanos;
      resize(slots(Math.max(LATELY.toNanos(), 2 * roundTripNanos)));
    }
  }

  /** The most records that may be in flight now. */
  int size(long monotonicNanos) {
    moveTo(monotonicNanos);
    return Math.max(smallest, Math.min(most, lately));
  }

  private void resize(int newSlots) {
    if (newSlots != slots) {
      slots = newSlots;
      lately = 0;
      for (long s = Math.max(0, slot - slots + 1); s <= slot; s++) {
        lately += taken[index(s)];
      }
    }
  }

  private void moveTo(long monotonicNanos) {
    long now = (monotonicNanos - startedNanos) / SLOT_NANOS;
    if (now - slot >= MOST_SLOTS) { // everything is long ago
      Arrays.fill(taken, 0);
      lately = 0;
      slot = now;
    }
    while (slot < now) {
      slot++;
      if (slot >= slots) {
        lately -= taken[index(slot - slots)];
      }
      taken[index(slot)] = 0;
    }
  }

  private static int index(long slot) {
    return (int) (slot % MOST_SLOTS);
  }
}

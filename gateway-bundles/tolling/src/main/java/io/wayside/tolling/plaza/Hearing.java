// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

/**
 * How one tag was heard by antennas of one kind, from when to when. A tag that is heard all the
 * while and then no more has fallen silent at one place: where its vehicle left the beam. One that
 * is heard seldom has fallen silent anywhere between two replies.
 */
final class Hearing {

  private static final int LATEST = 8;

  /** The latest replies came within so long: the next would have come in a twentieth of it. */
  private static final long ABRUPT_NANOS = 300_000_000L;

  /** Less often in a second. */
  private static final double SELDOM = 10;

  private final long[] latest = new long[LATEST];
  private int sightings;
  private int replies;
  private long firstNanos;
  private long lastNanos;

  void add(long nanos, int more) {
    firstNanos = replies == 0 ? nanos : firstNanos;
    lastNanos = nanos;
    replies += more;
    latest[sightings % LATEST] = nanos;
    sightings++;
  }

  int replies() {
    return replies;
  }

  long lastNanos() {
    return lastNanos;
  }

  boolean isAbrupt() {
    long eldest = latest[sightings % LATEST]; // the next to be overwritten
    return sightings >= LATEST && lastNanos - eldest <= ABRUPT_NANOS;
  }

  boolean isSeldom() {
    return replies < SELDOM * Math.max(1, (lastNanos - firstNanos) / 1e9);
  }
}

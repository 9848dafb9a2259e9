// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

/**
 * The last that is known of a medium.
 *
 * @param way of its last tap that was allowed
 * @param station where
 */
public record Journey(Way way, String station, TapTime at, Proof proof) {

  /** It is in the paid area by that tap. */
  public boolean open() {
    return way == Way.IN;
  }

  Journey as(Proof now) {
    return new Journey(way, station, at, now);
  }

  /** The same tap the same way, by whichever clock and gate of the station it was told. */
  boolean isThatOf(Tap tap, long apartS) {
    return way == tap.way()
        && station.equals(tap.station())
        && at.since(tap.at()).abs().toSeconds() < apartS;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.fault;

import io.wayside.counting.loop.Port;

/**
 * A sensor that does not tell the truth.
 *
 * @param port which one; the lead loop where the pair as such is at fault
 * @param sinceNanos from when on it is not to be believed; earlier than when it was recognised
 * @param detail what was seen, for people
 */
public record Fault(Kind kind, Port port, long sinceNanos, String detail) {

  /** What can be wrong with a sensor. */
  public enum Kind {
    /** Closes and opens faster than vehicles can. */
    CHATTERING,
    /** Says presence for longer than a vehicle stands. */
    STUCK_ON,
    /** Says nothing for hours while its partner counts. */
    SILENT,
    /** Says nothing of vehicles that its partner sees. */
    MISSING_PARTNER,
    /** Nobody but wrong-way drivers: the two channels are exchanged. */
    CROSSED,
    /** The pair's presences differ in length though vehicles drive evenly. */
    ON_TIMES_DISAGREE;

    /** As it stands in records. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** The same fault of the same sensor, whenever it began. */
  public boolean sameAs(Fault other) {
    return kind == other.kind && port == other.port;
  }
}

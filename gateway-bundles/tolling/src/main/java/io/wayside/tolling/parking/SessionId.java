// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import io.wayside.core.record.Names;

/**
 * Which stay.
 *
 * @param origin the entry lane that opened it
 * @param number 1, 2, 3 … in that lane without a gap
 */
public record SessionId(String origin, long number) implements Comparable<SessionId> {

  public SessionId {
    Names.require("origin", origin);
    if (number < 1) {
      throw new IllegalArgumentException("sessions are counted from 1, not " + number);
    }
  }

  /** Reads {@code origin/number}. */
  public static SessionId parse(String text) {
    int slash = text.lastIndexOf('/');
    try {
      return new SessionId(
          text.substring(0, Math.max(0, slash)), Long.parseLong(text.substring(slash + 1)));
    } catch (NumberFormatException notNumber) {
      throw new IllegalArgumentException(
          "session \"" + text + "\" must read origin/number, such as lane-1/27", notNumber);
    }
  }

  @Override
  public int compareTo(SessionId other) {
    int byOrigin = origin.compareTo(other.origin);
    return byOrigin != 0 ? byOrigin : Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return origin + "/" + number;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import java.time.Instant;

/**
 * How a stay ended.
 *
 * @param id of the event, such as the exit's own record; no two endings share one
 */
public record Ending(Instant at, How how, String id) implements Comparable<Ending> {

  /**
   * In the order in which they outweigh each other: what was proven outweighs what was concluded.
   */
  public enum How {
    /** Passed an exit. */
    LEFT,
    /** Went back at the entry before it was inside: it never was a stay. */
    BACKED_OUT,
    /** Came in again without having been seen leaving. */
    NO_EXIT,
    /** Closed by an attendant. */
    ATTENDANT,
    /** Inside for so long that nobody believes it. */
    EXPIRED
  }

  @Override
  public int compareTo(Ending other) {
    int order = how.compareTo(other.how);
    order = order != 0 ? order : at.compareTo(other.at);
    return order != 0 ? order : id.compareTo(other.id);
  }
}

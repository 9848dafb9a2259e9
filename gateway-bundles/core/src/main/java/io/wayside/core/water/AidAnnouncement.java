// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

import java.time.Instant;
import java.util.Optional;

/**
 * What mariners are to be told of an aid by radio. What is empty nobody knows: it is never told as
 * if it were well.
 *
 * @param mmsi number of the aid, nine digits
 * @param kind of aid as AIS counts them, 0 to 31
 * @param name up to 34 of the characters AIS has
 * @param presence whether the aid is there, and whether it speaks for itself
 * @param place where to show it
 * @param measured whether a receiver at the aid measured the place; else it is that of the chart
 * @param at when it is so, by the gateway's clock
 * @param offPosition whether it left its place
 * @param alarm whether it misleads mariners
 */
public record AidAnnouncement(
    int mmsi,
    int kind,
    String name,
    Presence presence,
    Fix place,
    boolean measured,
    Instant at,
    Optional<Boolean> offPosition,
    LightStatus light,
    RaconStatus racon,
    Optional<Boolean> alarm) {

  public AidAnnouncement {
    if (mmsi < 0 || mmsi > 999_999_999) {
      throw new IllegalArgumentException("an MMSI has nine digits, not " + mmsi);
    }
    if (kind < 0 || kind > 31) {
      throw new IllegalArgumentException("kinds of aids are counted from 0 to 31, not " + kind);
    }
    if (presence == Presence.NOT_TOLD) {
      throw new IllegalArgumentException(
          "who announces an aid must say whether it is there: real, synthetic or virtual");
    }
  }
}

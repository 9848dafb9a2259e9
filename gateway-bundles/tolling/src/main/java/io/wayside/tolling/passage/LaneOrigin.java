// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.record.JournalRecord;
import java.util.Locale;

/**
 * Which lane a record is of.
 *
 * @param station four digits
 * @param lane three digits
 * @param direction as the fare document calls it
 * @param id of the lane's component: its streams are {@code toll.ID} and {@code toll-health.ID}
 * @param role in that direction
 */
public record LaneOrigin(String station, String lane, String direction, String id, LaneRole role) {

  public LaneOrigin {
    if (!station.matches("[0-9]{4}") || !lane.matches("[0-9]{3}")) {
      throw new IllegalArgumentException(
          "station \"" + station + "\" must have four digits and lane \"" + lane + "\" three");
    }
  }

  /** A lane of an open system. */
  public LaneOrigin(String station, String lane, String direction, String id) {
    this(station, lane, direction, id, LaneRole.OPEN);
  }

  /** As a record of the lane has it: the lane may have been turned since. */
  public static LaneOrigin of(JournalRecord record, String id) {
    Fields body = new Fields(record.body());
    return new LaneOrigin(
        body.text("station").orElse(""),
        body.text("lane").orElse(""),
        body.text("direction").orElse(""),
        id,
        body.text("role")
            .map(role -> LaneRole.valueOf(role.toUpperCase(Locale.ROOT)))
            .orElse(LaneRole.OPEN));
  }

  /** Money and what leads to it: its numbers are the lane numbers. */
  public String stream() {
    return "toll." + id;
  }

  /** How the lane does; apart, since it may be thinned when there is no room. */
  public String healthStream() {
    return "toll-health." + id;
  }
}

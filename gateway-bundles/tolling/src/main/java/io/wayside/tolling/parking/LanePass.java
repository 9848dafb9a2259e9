// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import java.util.Optional;

/**
 * What a lane did with a vehicle. A vehicle that was let pass has one such record when it was, and
 * one when that ended; whatever is between is open after a restart.
 *
 * @param lane which
 * @param exit whether it is an exit
 * @param vehicle its number in that lane, never used twice
 * @param session by which it passes; empty when nobody knows one
 * @param chargeMinor what its tag pays when it has passed
 * @param by what let it pass, such as {@code tag}, {@code ticket}, {@code attendant}; how it passed
 *     when nothing did
 * @param count of the lane after it
 */
public record LanePass(
    String lane,
    boolean exit,
    long vehicle,
    Event event,
    Optional<SessionId> session,
    long chargeMinor,
    String by,
    LaneCount count) {

  /** What happened. */
  public enum Event {
    /** It may pass: the barrier is raised once this is durable. */
    GRANTED,
    /** It has passed. */
    PASSED,
    /** It went back, or never was one. */
    BACK,
    /** It was let pass before a restart, and the lane was empty after it. */
    UNPROVEN
  }

  /** Whether the lane waits for its end. */
  public boolean isOpening() {
    return event == Event.GRANTED;
  }

  /** Reads what {@link ParkingRecords#pass} wrote. */
  public static LanePass read(Value.Fields body) throws GarbledData {
    Node node = Node.of(ParkingRecords.PASS.toString(), body);
    try {
      Optional<Node> session = node.optional("session").filter(s -> s.value() != Value.ABSENT);
      return new LanePass(
          node.member("lane").text(),
          node.member("exit").truth(),
          RecordReader.whole(node.member("vehicle")),
          node.member("event").word(Event.class),
          session.isEmpty() ? Optional.empty() : Optional.of(SessionId.parse(session.get().text())),
          RecordReader.whole(node.member("chargeMinor")),
          node.member("by").text(),
          LaneCount.read(node.member("count")));
    } catch (IllegalArgumentException refused) {
      throw new GarbledData(ParkingRecords.PASS + ": " + refused.getMessage());
    }
  }
}

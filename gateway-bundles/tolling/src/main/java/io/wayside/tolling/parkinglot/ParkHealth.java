// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;

/** What the worst thing is at a car park, and what to do about it. */
final class ParkHealth {

  private ParkHealth() {}

  static Health of(ParkView view, long nanos) {
    if (view.unkept() > 0) {
      return new Health(
          Status.FAILED,
          "records-lost",
          view.unkept()
              + " records are only in the gateway's log ("
              + view.lastFailure()
              + "): save the log, mend the journal, restart the gateway",
          nanos);
    }
    if (view.waiting() > 0 && !view.lastFailure().isEmpty()) {
      return degraded(
          "records-waiting",
          view.waiting()
              + " records wait for the journal, nobody is let pass until it takes them; look at its"
              + " health: "
              + view.lastFailure(),
          nanos);
    }
    if (view.unread() > 0) {
      return degraded(
          "records-unread",
          view.unread()
              + " records of the car park could not be read or came after their stay was forgotten:"
              + " look them up in the log and in the journal, and at the stays before they leave",
          nanos);
    }
    if (!view.unused().isEmpty()) {
      return degraded(
          "paid-and-not-left",
          "somebody paid as unknown at an exit and has not left with it ("
              + String.join(", ", view.unused())
              + "): find out whose money it is, and end the stay with end-stay",
          nanos);
    }
    if (view.inside() < 0) {
      return degraded(
          "count-below-zero",
          "the lanes count "
              + view.inside()
              + " vehicles inside, so somebody was missed at an entry: count on foot and tell it"
              + " with the verb count",
          nanos);
    }
    if (!view.stale().isEmpty()) {
      return degraded(
          "stays-stale",
          "vehicles are inside for longer than anybody stays ("
              + String.join(", ", view.stale())
              + "): look for them, and end the stays of those that are gone with end-stay",
          nanos);
    }
    return Health.ok(nanos);
  }

  private static Health degraded(String code, String words, long nanos) {
    return new Health(Status.DEGRADED, code, words, nanos);
  }
}

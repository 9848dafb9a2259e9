// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import io.wayside.tolling.parking.Key;
import io.wayside.tolling.parking.Paid;
import io.wayside.tolling.parking.SessionId;
import io.wayside.tolling.parkinglot.Asking;
import io.wayside.tolling.parkinglot.Receipt;
import io.wayside.tolling.parkinglot.Word;
import java.util.Optional;

/** A desk where one driver pays; it tells the gateway until that has it on record. */
final class Cashier {

  private final Account who;
  private final boolean twice;
  private long minor;

  Cashier(Account who, boolean twice) {
    this.who = who;
    this.twice = twice;
  }

  /** Whether nothing is left to do. */
  boolean isDone(LotGateway gateway, LotClock clock, long nowMs) {
    Asking ticket = Asking.of(new Key(Key.Kind.TICKET, who.driver.ticket()));
    if (minor == 0) {
      Word quote = gateway.park.quote(Optional.empty(), ticket);
      minor = quote.amount().map(amount -> amount.openMinor()).orElse(0L);
      if (minor == 0 || quote.session().isEmpty()) {
        return true;
      }
    }
    String reference = "desk-" + who.driver.number();
    boolean taken =
        pay(gateway, Optional.empty(), ticket, reference, minor, "cash", who, clock, nowMs);
    if (taken && twice) {
      pay(gateway, Optional.empty(), ticket, reference, minor, "cash", who, clock, nowMs);
      String other = "other-" + who.driver.number();
      who.takenAgain |=
          pay(gateway, Optional.empty(), ticket, other, minor, "cash", who, clock, nowMs);
    }
    return taken;
  }

  /** Tells a payment; the money is handed over when it is on record. */
  static boolean pay(
      LotGateway gateway,
      Optional<SessionId> session,
      Asking asking,
      String reference,
      long minor,
      String means,
      Account who,
      LotClock clock,
      long nowMs) {
    Receipt receipt =
        gateway.park.pay(session, asking, new Paid(reference, clock.wall(), minor, means));
    boolean taken = receipt.refusal().isEmpty() && gateway.park.durable().isDone();
    if (taken && who.handed.put(reference, minor) == null) {
      who.lastPaidMs = nowMs;
    }
    return taken;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.core.quality.Flags;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.Ticket;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.Way;
import java.util.Optional;

/**
 * A decision: pass or hold, and on what it stands.
 *
 * @param rule which rule fired, as a code for people such as {@code exempt} or {@code low-balance}
 * @param finding what the lists said, with their versions and times; empty when nobody asked them
 * @param ticket the season ticket that holds
 * @param fare what the passage is expected to cost; empty when nothing is to pay or it is not known
 * @param flags doubts of the decision, such as old lists
 * @param way in a closed system, where it came in and why there is no fare
 */
public record Verdict(
    Answer answer,
    String rule,
    Mode mode,
    Optional<Finding> finding,
    Optional<Ticket> ticket,
    Optional<Fare> fare,
    Flags flags,
    Optional<Way> way) {

  /** A decision of an open system. */
  public Verdict(
      Answer answer,
      String rule,
      Mode mode,
      Optional<Finding> finding,
      Optional<Ticket> ticket,
      Optional<Fare> fare,
      Flags flags) {
    this(answer, rule, mode, finding, ticket, fare, flags, Optional.empty());
  }

  /** Pass on which terms, or hold. */
  public enum Answer {
    CHARGE,
    FREE,
    TICKET,
    /** Into a closed system: the exit is charged. */
    ENTRY,
    /** An attendant saw to the payment. */
    MANUAL,
    HOLD
  }

  public boolean passes() {
    return answer != Answer.HOLD;
  }

  /** An attendant's word, without lists or fare. */
  static Verdict byHand(String reason) {
    return new Verdict(
        Answer.MANUAL,
        reason,
        Mode.MANUAL,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Flags.NONE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.Ticket;
import io.wayside.tolling.fare.Way;
import io.wayside.tolling.lane.LaneOutcome.Abort;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.Verdict;
import java.util.List;
import java.util.Optional;

/** What outcomes of a lane come to. Where there is doubt, nothing is charged: a person decides. */
final class Charges {

  /** Why a passage is for review whose vehicle or tag is in doubt, and not its sum alone. */
  static final String IN_DOUBT = "in-doubt";

  private Charges() {}

  /** What a vehicle will come to when it passes. */
  static Charge expected(Verdict verdict) {
    return switch (verdict.answer()) {
      case CHARGE -> account(verdict);
      case FREE -> Charge.free(Payment.EXEMPT, exemption(verdict));
      case TICKET ->
          Charge.free(Payment.TICKET, verdict.ticket().map(Ticket::kind).orElse(verdict.rule()));
      case ENTRY -> Charge.entering();
      case MANUAL -> manual(verdict);
      case HOLD -> review("held:" + verdict.rule());
    };
  }

  /** What a vehicle comes to that has passed on terms, violations apart. */
  static Charge of(Passage passage) {
    Optional<Verdict> verdict = passage.grant().map(grant -> grant.verdict());
    return switch (passage.terms()) {
      case CHARGED -> verdict.map(Charges::account).orElseGet(() -> review("no-grant"));
      case ENTRY -> Charge.entering();
      case FREE, TICKET, MANUAL ->
          verdict.map(Charges::expected).orElseGet(() -> review("no-grant"));
      case FORCED_OPEN -> Charge.free(Payment.FORCED_OPEN, "forced-open");
      case REVIEW, VIOLATION ->
          review(
              verdict.map(one -> IN_DOUBT + ":" + one.rule()).orElse(IN_DOUBT),
              verdict.flatMap(Verdict::way));
    };
  }

  /** What a vehicle would have come to if it had been seen to pass. */
  static Charge ofUnproven(Abort abort) {
    return abort
        .grant()
        .map(grant -> expected(grant.verdict()))
        .orElseGet(() -> review("no-grant"));
  }

  private static Charge account(Verdict verdict) {
    return verdict
        .fare()
        .map(
            fare ->
                new Charge(
                    Payment.ACCOUNT,
                    Optional.of(fare),
                    List.of(),
                    Optional.empty(),
                    verdict.way().flatMap(Way::entry)))
        .orElseGet(() -> withoutSum(verdict.way()));
  }

  private static Charge manual(Verdict verdict) {
    return new Charge(
        Payment.MANUAL,
        verdict.fare(),
        verdict.fare().isPresent() ? List.of() : List.of("fare-not-known"),
        Optional.empty(),
        Optional.empty());
  }

  private static String exemption(Verdict verdict) {
    return verdict.finding().flatMap(Finding::exempt).orElse(verdict.rule());
  }

  /** As the fare document has said, when it was asked for a way. */
  private static Charge withoutSum(Optional<Way> way) {
    List<String> because = way.map(Way::because).orElse(List.of());
    return because.isEmpty()
        ? review("fare-not-known", way)
        : new Charge(
            Payment.REVIEW, Optional.empty(), because, Optional.empty(), way.flatMap(Way::entry));
  }

  private static Charge review(String reason) {
    return review(reason, Optional.empty());
  }

  private static Charge review(String reason, Optional<Way> way) {
    return new Charge(
        Payment.REVIEW,
        Optional.empty(),
        List.of("review:" + reason),
        Optional.empty(),
        way.flatMap(Way::entry));
  }
}

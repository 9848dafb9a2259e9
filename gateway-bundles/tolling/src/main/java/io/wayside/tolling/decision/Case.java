// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

import io.wayside.tolling.book.AgeLimits.Age;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.Ticket;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** One decision. */
final class Case {

  private final Policy policy;
  private final Finding finding;
  private final Situation situation;
  private final OfflineLedger ledger;
  private final LocalDate day;
  private final Age age;
  private final Set<String> flags = new TreeSet<>();

  Case(Policy policy, Finding finding, Situation situation, OfflineLedger ledger) {
    this.policy = policy;
    this.finding = finding;
    this.situation = situation;
    this.ledger = ledger;
    this.day = LocalDate.ofInstant(situation.at(), situation.zone());
    this.age = age();
  }

  /** The age of the oldest list; one that is needed and missing is as old as can be. */
  private Age age() {
    Age oldest = Age.FRESH;
    for (ListInForce list : finding.lists()) {
      Age one = policy.ages().of(list, situation.at());
      oldest = one.compareTo(oldest) > 0 ? one : oldest;
    }
    if (oldest != Age.FRESH) {
      flags.add(oldest == Age.STALE ? "lists-stale" : "lists-late");
    }
    if (finding.standing() != Standing.UNKNOWN_ISSUER && !hasAllLists()) {
      flags.add("list-missing");
      return Age.STALE;
    }
    return oldest;
  }

  private boolean hasAllLists() {
    return policy.needed().stream()
        .map(ListType::word)
        .allMatch(word -> finding.lists().stream().anyMatch(list -> list.list().equals(word)));
  }

  Decision decide() {
    if (situation.attendant().isPresent()) {
      return byAttendant(situation.attendant().get());
    }
    if (finding.exempt().isPresent()) {
      return grant(Rule.EXEMPT, Payment.FREE);
    }
    Optional<Ticket> ticket = finding.tickets().stream().filter(this::holds).findFirst();
    if (ticket.isPresent()) {
      return made(true, Payment.TICKET, Rule.TICKET, Rule.TICKET.code(), false, ticket);
    }
    return switch (finding.standing()) {
      case STOLEN -> hold(Rule.STOLEN);
      case BLOCKED -> hold(Rule.BLOCKED);
      case UNKNOWN_ISSUER -> hold(Rule.UNKNOWN_ISSUER);
      case LOW_BALANCE -> left(policy.lowBalance(), Rule.LOW_BALANCE);
      case UNLISTED -> left(policy.unlisted(), Rule.UNLISTED);
      case GOOD -> byOfficeOrLists();
    };
  }

  private Decision byAttendant(Attendant attendant) {
    boolean grants = attendant.grants();
    boolean owes = grants && attendant.payment() == Payment.TAG;
    if (owes && finding.standing() != Standing.GOOD) {
      flags.add("charged-by-attendant");
    }
    return made(
        grants,
        grants ? attendant.payment() : Payment.NONE,
        Rule.ATTENDANT,
        Rule.ATTENDANT.code(),
        owes && answerInTime().isEmpty(),
        Optional.empty());
  }

  /**
   * Place, group and day. A ticket is for the group that the vehicle is registered with; where no
   * list knows that, the ticket's own is believed.
   */
  private boolean holds(Ticket ticket) {
    boolean here = ticket.station().equals("*") || ticket.station().equals(situation.station());
    boolean now = !day.isBefore(ticket.from()) && !day.isAfter(ticket.to());
    if (here && day.equals(ticket.to().plusDays(1))) {
      flags.add("ticket-ended-yesterday");
    }
    if (here && now && finding.group().isPresent() && finding.group().get() != ticket.group()) {
      flags.add("ticket-of-other-group");
      return false;
    }
    return here && now;
  }

  private Decision left(Policy.Leave leave, Rule rule) {
    return switch (leave) {
      case HOLD -> hold(rule);
      case PASS -> byOfficeOrLists();
      case OFFICE -> answerInTime().map(this::byOffice).orElseGet(() -> hold(rule));
    };
  }

  private Optional<OfficeAnswer> answerInTime() {
    return situation.office().filter(answer -> answer.afterMs() <= policy.officeWithinMs());
  }

  private Decision byOfficeOrLists() {
    return answerInTime().map(this::byOffice).orElseGet(this::byLists);
  }

  private Decision byOffice(OfficeAnswer answer) {
    Rule rule = answer.grants() ? Rule.OFFICE_GRANTED : Rule.OFFICE_REFUSED;
    return made(
        answer.grants(),
        answer.grants() ? Payment.TAG : Payment.NONE,
        rule,
        answer.grants() || answer.reason().isBlank() ? rule.code() : answer.reason(),
        false,
        Optional.empty());
  }

  private Decision byLists() {
    if (age == Age.STALE && !policy.passesWhenStale()) {
      return hold(Rule.LISTS_OLD);
    }
    if (isOffline()) {
      OptionalLong owed = ledger.ofTag(situation.tag(), day);
      if (owed.isEmpty()) {
        flags.add("ledger-full");
        return hold(Rule.TAG_LIMIT);
      }
      if (above(owed.getAsLong(), policy.limits().tagPerDay())) {
        return hold(Rule.TAG_LIMIT);
      }
      if (above(ledger.ofLane(situation.lane()), policy.limits().lane())) {
        return hold(Rule.LANE_LIMIT);
      }
    }
    return grant(age == Age.STALE ? Rule.LISTS_OLD : Rule.LISTS, Payment.TAG);
  }

  private boolean above(long owed, long limit) {
    return OfflineLedger.sum(owed, situation.minor()) > limit;
  }

  /**
   * Whether nobody promises the money. Where the office is never asked, being connected is enough.
   */
  private boolean isOffline() {
    return policy.asksOffice() ? answerInTime().isEmpty() : !situation.officeReachable();
  }

  private Mode mode(Rule rule) {
    if (rule == Rule.ATTENDANT) {
      return Mode.MANUAL;
    }
    if (!situation.stationNetwork()) {
      return Mode.ISLAND;
    }
    boolean waited = policy.asksOffice() && (rule.compareTo(Rule.UNKNOWN_ISSUER) > 0);
    boolean online = waited ? answerInTime().isPresent() : situation.officeReachable();
    return online ? Mode.ONLINE : Mode.DEGRADED;
  }

  private Decision hold(Rule rule) {
    return made(false, Payment.NONE, rule, rule.code(), false, Optional.empty());
  }

  private Decision grant(Rule rule, Payment payment) {
    boolean owes = payment == Payment.TAG && isOffline();
    return made(true, payment, rule, rule.code(), owes, Optional.empty());
  }

  private Decision made(
      boolean grants,
      Payment payment,
      Rule rule,
      String reason,
      boolean offline,
      Optional<Ticket> ticket) {
    return new Decision(
        grants,
        payment,
        rule,
        reason,
        mode(rule),
        offline,
        ticket,
        policy.id(),
        finding.lists().stream().map(list -> ListUsed.of(list, situation.at())).toList(),
        flags);
  }
}

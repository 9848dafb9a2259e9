// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.TagBook;
import io.wayside.tolling.decision.Decider;
import io.wayside.tolling.decision.Decision;
import io.wayside.tolling.decision.OfficeAnswer;
import io.wayside.tolling.decision.Payment;
import io.wayside.tolling.decision.Policy;
import io.wayside.tolling.decision.Situation;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.FareTable;
import io.wayside.tolling.lane.Judge;
import io.wayside.tolling.lane.LaneSituation;
import io.wayside.tolling.lane.Mode;
import io.wayside.tolling.lane.Verdict;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;

/** Puts lists, policy and fares together for the lane. On the lane's thread only. */
final class SiteJudge implements Judge {

  /** A vehicle that could not be put on record is not let pass by itself. */
  static final String NOT_RECORDED = "not-recorded";

  private static final int MOST_OPEN = 64;

  private final LaneOrigin origin;
  private final Policy policy;
  private final FareTable fares;
  private final ClosedSystem system;
  private final TagBook book;
  private final TimeSource time;
  private final BooleanSupplier recording;
  private final Decider decider;
  private final LaneDebt debt;
  private final Chips chips;

  /** What tags will owe that were let pass and are still in the lane. */
  private final Map<TagNumber, Long> owing = new LinkedHashMap<>();

  /**
   * @param system the lane's part in it
   * @param recording whether the journal takes what the lane writes
   * @param chips behind the tags that passed
   * @param officeSettles whether an office tells what it has settled
   */
  SiteJudge(
      LaneOrigin origin,
      Policy policy,
      FareTable fares,
      ClosedSystem system,
      TagBook book,
      TimeSource time,
      BooleanSupplier recording,
      Chips chips,
      boolean officeSettles) {
    this.origin = origin;
    this.policy = policy;
    this.fares = fares;
    this.system = system;
    this.book = book;
    this.time = time;
    this.recording = recording;
    this.chips = chips;
    this.decider = new Decider(policy);
    this.debt = new LaneDebt(origin.lane(), fares.businessDay(), officeSettles);
  }

  /** A tag on no list may stand for a vehicle only where the site lets such pass. */
  @Override
  public Acquaintance know(TagNumber tag) {
    Finding finding = book.find(tag);
    boolean usable =
        switch (finding.standing()) {
          case UNKNOWN_ISSUER -> false;
          case UNLISTED -> policy.unlisted() == Policy.Leave.PASS;
          default -> true;
        };
    return new Acquaintance(usable, finding.plateHash());
  }

  @Override
  public Set<Flag> chip(TagNumber tag, Optional<String> tid, boolean several) {
    return chips.check(tag, tid, several);
  }

  @Override
  public Verdict judge(TagNumber tag, LaneSituation lane) {
    Finding finding = book.find(tag);
    Instant at = time.at(lane.nanos()).wall();
    Optional<EntryPoint> heard = lane.office().flatMap(LaneSituation.OfficeAnswer::entry);
    ClosedSystem.Toll toll = system.of(tag, finding.group(), at, heard);
    Optional<Fare> fare = toll.fare();
    if (!recording.getAsBoolean()) {
      return verdict(Verdict.Answer.HOLD, NOT_RECORDED, Mode.DEGRADED, finding);
    }
    if (toll.barred().filter(ClosedSystem.UNREAD::equals).isPresent()) {
      return verdict(Verdict.Answer.HOLD, ClosedSystem.UNREAD, Mode.DEGRADED, finding);
    }
    debt.turnTo(at);
    Situation situation =
        new Situation(
            tag,
            origin.station(),
            origin.lane(),
            at,
            zone(),
            fare.map(Fare::minor).orElse(0L),
            // The lane passes on only what came in time.
            lane.office()
                .map(said -> new OfficeAnswer(said.pass(), said.reason(), 0, said.entry())),
            lane.officeReachable(),
            lane.stationReachable(),
            Optional.empty());
    Decision decision = decider.decide(finding, situation, debt.ledger());
    boolean barred = decision.grants() && toll.barred().isPresent();
    Verdict.Answer answer = barred ? Verdict.Answer.HOLD : answer(decision);
    owing.remove(tag);
    if (decision.offline() && fare.isPresent() && finding.standing() != Standing.UNKNOWN_ISSUER) {
      owing.put(tag, fare.get().minor());
      if (owing.size() > MOST_OPEN) {
        owing.remove(owing.keySet().iterator().next());
      }
    }
    SortedSet<Flag> flags = toll.flags();
    decision.flags().forEach(code -> flags.add(new Flag(code)));
    return new Verdict(
        answer,
        barred ? toll.barred().get() : decision.reason(),
        Mode.valueOf(decision.mode().name()),
        Optional.of(finding),
        decision.ticket(),
        answer == Verdict.Answer.CHARGE ? fare : Optional.empty(),
        new Flags(flags),
        toll.way());
  }

  /** A tag has passed and is charged; what it owes without the office's word, if anything. */
  OptionalLong charged(TagNumber tag, long nanos) {
    Long minor = owing.remove(tag);
    if (minor == null) {
      return OptionalLong.empty();
    }
    debt.owed(tag, time.at(nanos).wall(), minor);
    return OptionalLong.of(minor);
  }

  /** What a tag owes stands in this record. */
  void recorded(long number, long minor) {
    debt.recorded(number, minor);
  }

  /** What an earlier run let pass without the office. */
  void owed(LeftOpen.Owed earlier) {
    debt.owed(earlier.tag(), earlier.at(), earlier.minor());
    debt.recorded(earlier.number(), earlier.minor());
  }

  /** The same from further back than what was told before; numbers fall. */
  void owedEarlier(LeftOpen.Owed earlier) {
    debt.owedEarlier(earlier.tag(), earlier.at(), earlier.minor(), earlier.number());
  }

  /** The office has settled all records of the lane up to this number. */
  void settledThrough(long number) {
    debt.settledThrough(number);
  }

  /** What the lane owes without the office's word. */
  long owes() {
    return debt.ofLane();
  }

  private ZoneId zone() {
    return fares.businessDay().zone();
  }

  private static Verdict verdict(Verdict.Answer answer, String rule, Mode mode, Finding finding) {
    return new Verdict(
        answer, rule, mode, Optional.of(finding), Optional.empty(), Optional.empty(), Flags.NONE);
  }

  private Verdict.Answer answer(Decision decision) {
    if (!decision.grants()) {
      return Verdict.Answer.HOLD;
    }
    if (system.isEntry() && decision.payment() != Payment.NONE) {
      return Verdict.Answer.ENTRY; // by whatever it may pass, nothing is charged here
    }
    return switch (decision.payment()) {
      case TAG -> Verdict.Answer.CHARGE;
      case FREE -> Verdict.Answer.FREE;
      case TICKET -> Verdict.Answer.TICKET;
      case BOOTH -> Verdict.Answer.MANUAL;
      case NONE -> Verdict.Answer.HOLD;
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.tolling.book.AgeLimits;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.TagBook;
import io.wayside.tolling.decision.Decider;
import io.wayside.tolling.decision.Decision;
import io.wayside.tolling.decision.OfficeAnswer;
import io.wayside.tolling.decision.OfflineLedger;
import io.wayside.tolling.decision.Policy;
import io.wayside.tolling.decision.Situation;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.lane.Judge;
import io.wayside.tolling.lane.LaneSituation;
import io.wayside.tolling.lane.Mode;
import io.wayside.tolling.lane.Verdict;
import io.wayside.tolling.tag.TagNumber;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** What lane and decision say to each other: the gateway's own order of a decision, one fare. */
final class Booth implements Judge {

  private static final long OFFICE_MS = 300;
  private static final int MOST_TAGS = 100_000;

  private static final Policy POLICY =
      new Policy(
          "rig/1",
          "VND",
          Policy.Leave.HOLD,
          Policy.Leave.HOLD,
          true,
          OFFICE_MS,
          EnumSet.of(ListType.ACCOUNTS, ListType.BLOCKED),
          AgeLimits.USUAL,
          false,
          new Policy.Limits(1_000_000, 500_000_000));

  private final Decider decider = new Decider(POLICY);
  private final OfflineLedger ledger = new OfflineLedger(MOST_TAGS);
  private final TagBook lists;
  private final StationClock clock;
  private final String lane;
  private final BooleanSupplier recording;

  /**
   * @param recording whether the journal takes what the lane writes
   */
  Booth(TagBook lists, StationClock clock, int number, BooleanSupplier recording) {
    this.lane = "%03d".formatted(number);
    this.lists = lists;
    this.clock = clock;
    this.recording = recording;
  }

  @Override
  public Acquaintance know(TagNumber tag) {
    Standing standing = lists.find(tag).standing();
    boolean usable = standing != Standing.UNKNOWN_ISSUER && standing != Standing.UNLISTED;
    return new Acquaintance(usable, Optional.empty());
  }

  @Override
  public Verdict judge(TagNumber tag, LaneSituation seen) {
    Finding finding = lists.find(tag);
    if (!recording.getAsBoolean()) {
      return new Verdict(
          Verdict.Answer.HOLD,
          "not-recorded",
          Mode.DEGRADED,
          Optional.of(finding),
          Optional.empty(),
          Optional.empty(),
          Flags.NONE);
    }
    Fare fare = new Fare(35_000, "VND", "rig/1", List.of("flat"));
    Situation situation =
        new Situation(
            tag,
            "0017",
            lane,
            clock.at(seen.nanos()),
            StationClock.ZONE,
            fare.minor(),
            // The lane passes on only what came in time.
            seen.office()
                .map(said -> new OfficeAnswer(said.pass(), said.reason(), 1, said.entry())),
            seen.officeReachable(),
            seen.stationReachable(),
            Optional.empty());
    Decision decision = decider.decide(finding, situation, ledger);
    TreeSet<Flag> flags = new TreeSet<>();
    decision.flags().forEach(code -> flags.add(new Flag(code)));
    Verdict.Answer answer = answer(decision);
    return new Verdict(
        answer,
        decision.reason(),
        Mode.valueOf(decision.mode().name()),
        Optional.of(finding),
        decision.ticket(),
        answer == Verdict.Answer.CHARGE ? Optional.of(fare) : Optional.empty(),
        new Flags(flags));
  }

  private static Verdict.Answer answer(Decision decision) {
    if (!decision.grants()) {
      return Verdict.Answer.HOLD;
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

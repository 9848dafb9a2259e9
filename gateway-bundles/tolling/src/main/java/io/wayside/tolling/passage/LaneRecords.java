// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.data.Value;
import io.wayside.core.device.TagSighting;
import io.wayside.core.plate.Plate;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.lane.Evidence;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneFlags;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneOutcome.Abort;
import io.wayside.tolling.lane.LaneOutcome.Grant;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Why;
import io.wayside.tolling.lane.TagEvidence;
import io.wayside.tolling.lane.Verdict;
import io.wayside.tolling.tag.Issuers;
import io.wayside.tolling.tag.TagNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts a lane's outcomes on record: what each comes to, and what stands behind it. */
public final class LaneRecords {

  private final TollRecords records;
  private final Issuers issuers;

  public LaneRecords(TollRecords records, Issuers issuers) {
    this.records = records;
    this.issuers = issuers;
  }

  /**
   * The record of an outcome.
   *
   * @param grant lane number of the grant that it ends; empty for a grant, or without one
   */
  public Draft draft(LaneOutcome outcome, Optional<Long> grant, Seen seen, Provenance provenance) {
    if (outcome instanceof Grant given) {
      PassageFacts facts =
          facts(given.evidence(), given.decidedNanos(), Optional.of(given), grant, seen, false);
      return records.grant(facts, Charges.expected(given.verdict()), provenance);
    }
    long endedNanos = outcome.evidence().endedNanos();
    if (outcome instanceof Passage passage) {
      PassageFacts facts =
          facts(passage.evidence(), endedNanos, passage.grant(), grant, seen, true);
      return passage.terms() == Terms.VIOLATION
          ? records.violation(facts, word(passage.violation()), provenance)
          : records.passage(facts, Charges.of(passage), provenance);
    }
    Abort abort = (Abort) outcome;
    PassageFacts facts = facts(abort.evidence(), endedNanos, abort.grant(), grant, seen, true);
    return abort.why() == Why.UNPROVEN
        ? records.unproven(facts, Charges.ofUnproven(abort), provenance)
        : records.abort(facts, word(abort.why()), provenance);
  }

  /** What is known only afterwards of a passage. */
  public Draft draft(DoubleClaim claim, Provenance provenance) {
    return records.conflict(claim, provenance);
  }

  /**
   * @param raw with sightings as the reader said them: once for each vehicle, with what it came to
   */
  private PassageFacts facts(
      Evidence evidence,
      long atNanos,
      Optional<Grant> given,
      Optional<Long> grant,
      Seen seen,
      boolean raw) {
    Flags flags =
        given.map(one -> evidence.flags().with(one.verdict().flags())).orElse(evidence.flags());
    boolean earlierRun = flags.has(LaneFlags.RECOVERED);
    Optional<Integer> registered =
        given.flatMap(one -> one.verdict().finding()).flatMap(Finding::group);
    return new PassageFacts(
        Long.toString(evidence.vehicle()),
        evidence.beganNanos(),
        atNanos,
        grant,
        given.map(one -> decided(one, evidence, earlierRun)),
        evidence.tags().stream().map(tag -> trace(tag, evidence, raw)).toList(),
        evidence.timeline().stream().map(m -> new LaneMoment(m.nanos(), m.what())).toList(),
        seen.measured(),
        evidence.plateHash().map(hash -> new Plate(hash, seen.plate())),
        seen.pictures(),
        seen.measured().isAbove(registered) ? flags.with(LaneFlags.CLASS_MISMATCH) : flags);
  }

  private static Decided decided(Grant grant, Evidence evidence, boolean earlierRun) {
    Verdict verdict = grant.verdict();
    return new Decided(
        earlierRun ? Optional.empty() : Optional.of(grant.decidedNanos()),
        verdict.passes() ? "grant" : "hold",
        verdict.rule(),
        word(verdict.mode()),
        verdict.rule(),
        grant.actor(),
        chosen(evidence),
        verdict.finding().flatMap(Finding::group),
        verdict.finding().map(Finding::lists).orElse(List.of()));
  }

  private static Optional<TagNumber> chosen(Evidence evidence) {
    return evidence.choice().map(choice -> choice.tag());
  }

  private TagTrace trace(TagEvidence tag, Evidence evidence, boolean raw) {
    return new TagTrace(
        tag.tag(),
        issuers.issuerOf(tag.tag()),
        tag.tid(),
        tag.firstNanos(),
        tag.lastNanos(),
        tag.replies(),
        tag.peakDbm(),
        tag.antennas(),
        tag.score(),
        chosen(evidence).equals(Optional.of(tag.tag())),
        raw ? tag.sightings().stream().map(LaneRecords::sighting).toList() : List.of(),
        user(tag));
  }

  /** What no field is known of is not kept: it may say whose the vehicle is. */
  private Optional<Value.Fields> user(TagEvidence tag) {
    return issuers
        .profileOf(tag.tag())
        .filter(profile -> !profile.user().isEmpty() && tag.user().isPresent())
        .map(profile -> profile.userFields(tag.user()));
  }

  private static TagSighting sighting(LaneEvent.Heard heard) {
    return new TagSighting(
        heard.nanos(),
        heard.tag().epc(),
        heard.tag().bits(),
        heard.tid(),
        Optional.empty(),
        heard.antenna(),
        heard.strengthDbm(),
        heard.replies());
  }

  static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.quality.Flag;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;

/** Writes what a lane did down as drafts of its streams. */
public final class TollRecords {

  public static final RecordKind GRANT = new RecordKind("toll-grant", 1);
  public static final RecordKind PASSAGE = new RecordKind("toll-passage", 1);
  public static final RecordKind ABORT = new RecordKind("toll-abort", 1);
  public static final RecordKind VIOLATION = new RecordKind("toll-violation", 1);
  public static final RecordKind UNPROVEN = new RecordKind("toll-unproven", 1);
  public static final RecordKind CORRECTION = new RecordKind("toll-correction", 1);
  public static final RecordKind CONFLICT = new RecordKind("toll-conflict", 1);
  public static final RecordKind HEALTH = new RecordKind("toll-ghosts", 1);

  private final LaneOrigin origin;
  private final ShiftPlan plan;
  private final TimeSource time;

  public TollRecords(LaneOrigin origin, ShiftPlan plan, TimeSource time) {
    this.origin = origin;
    this.plan = plan;
    this.time = time;
  }

  /**
   * A vehicle may pass. Not a charge.
   *
   * @param expected what it will come to when it passes
   */
  public Draft grant(PassageFacts facts, Charge expected, Provenance provenance) {
    return draft(
        GRANT, Importance.EVENT, facts, ChargeBody.into(body(facts), expected), provenance);
  }

  /** A vehicle has passed. This is the charge. */
  public Draft passage(PassageFacts facts, Charge charge, Provenance provenance) {
    return draft(
        PASSAGE, Importance.MONEY, facts, ChargeBody.into(body(facts), charge), provenance);
  }

  /**
   * A vehicle went back, or a grant ended without a passage.
   *
   * @param reason such as {@code backed-out}
   */
  public Draft abort(PassageFacts facts, String reason, Provenance provenance) {
    return draft(ABORT, Importance.EVENT, facts, body(facts).and("reason", reason), provenance);
  }

  /**
   * A vehicle passed without a grant.
   *
   * @param reason such as {@code run-through}, {@code tailgating}
   */
  public Draft violation(PassageFacts facts, String reason, Provenance provenance) {
    return draft(
        VIOLATION, Importance.ENFORCEMENT, facts, body(facts).and("reason", reason), provenance);
  }

  /**
   * A grant was found open after a restart and nobody knows whether its vehicle passed: for a
   * person, and a kind of its own, so that who adds up passages cannot count it.
   */
  public Draft unproven(PassageFacts facts, Charge expected, Provenance provenance) {
    return draft(
        UNPROVEN,
        Importance.ENFORCEMENT,
        facts,
        ChargeBody.into(body(facts), expected),
        provenance);
  }

  /** An older passage is reversed or adjusted; that record stays as it is. */
  public Draft correction(Correction correction, Provenance provenance) {
    return new Draft(
        origin.stream(),
        CORRECTION,
        Importance.MONEY,
        time.now(),
        provenance,
        CorrectionBody.of(origin, correction));
  }

  /** Found out only afterwards: one of two passages is not that tag's. */
  public Draft conflict(DoubleClaim claim, Provenance provenance) {
    Stamp now = time.now();
    Value.Fields body =
        VehicleBody.place(origin, plan.of(now.wall()), false)
            .and("epc", claim.tag().epc())
            .and("bits", claim.tag().bits())
            .and("passage", Forms.whole(claim.passage()))
            .and("hereS", Forms.seconds(now.monotonicNanos(), claim.hereNanos()))
            .and("otherLane", claim.otherLane())
            .and("thereS", Forms.seconds(now.monotonicNanos(), claim.thereNanos()))
            .build();
    return new Draft(origin.stream(), CONFLICT, Importance.ENFORCEMENT, now, provenance, body);
  }

  /** How the lane did for a while. */
  public Draft health(LaneHealth health, long endedNanos, Provenance provenance) {
    Stamp ended = time.at(endedNanos);
    return new Draft(
        origin.healthStream(),
        HEALTH,
        Importance.EVENT,
        ended,
        provenance,
        HealthBody.of(origin, health));
  }

  private FieldsBuilder body(PassageFacts facts) {
    Stamp at = time.at(facts.atNanos());
    Shift shift = plan.of(at.wall());
    boolean late = plan.of(time.now().wall()).compareTo(shift) > 0;
    return VehicleBody.of(origin, flagged(facts, at), shift, late, at.wall());
  }

  private static PassageFacts flagged(PassageFacts facts, Stamp at) {
    if (at.clock().state() != ClockQuality.State.UNSYNCHRONISED) {
      return facts;
    }
    return new PassageFacts(
        facts.vehicle(),
        facts.openedNanos(),
        facts.atNanos(),
        facts.grant(),
        facts.decided(),
        facts.tags(),
        facts.timeline(),
        facts.measured(),
        facts.plate(),
        facts.pictures(),
        facts.flags().with(Flag.CLOCK_UNSYNCHRONISED));
  }

  private Draft draft(
      RecordKind kind,
      Importance importance,
      PassageFacts facts,
      FieldsBuilder body,
      Provenance provenance) {
    return new Draft(
        origin.stream(),
        kind,
        importance,
        time.at(facts.atNanos()),
        provenance,
        body.build(),
        facts.pictures());
  }
}

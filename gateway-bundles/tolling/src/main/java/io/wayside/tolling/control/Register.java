// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.record.Draft;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.record.RecordId;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneOutcome.Abort;
import io.wayside.tolling.lane.LaneOutcome.Grant;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.passage.DoubleClaim;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.LaneRecords;
import io.wayside.tolling.passage.Seen;
import io.wayside.tolling.passage.Shift;
import io.wayside.tolling.plaza.Conflict;
import io.wayside.tolling.tag.TagNumber;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes what a lane did, each end with the number of the grant that it ends. */
public final class Register {

  /** More than vehicles can stand in a lane. */
  private static final int MOST_GRANTS = 128;

  private final LaneRecords records;
  private final RecordLine line;
  private final ProvenanceSource provenance;
  private final Consumer<Shift> late;
  private final Function<LaneOutcome, Seen> sight;

  /** Lane numbers of grants by vehicle. */
  private final Map<Long, Long> grants = bounded();

  /** Lane numbers of passages by their tag, the latest of each. */
  private final Map<TagNumber, Long> passages = bounded();

  /**
   * @param sight what was seen of an outcome's vehicle
   * @param late hears of shifts that are over and get another record
   */
  public Register(
      LaneRecords records,
      RecordLine line,
      ProvenanceSource provenance,
      Function<LaneOutcome, Seen> sight,
      Consumer<Shift> late) {
    this.records = records;
    this.line = line;
    this.provenance = provenance;
    this.sight = sight;
    this.late = late;
  }

  private static <K> Map<K, Long> bounded() {
    return Collections.synchronizedMap(
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Long> eldest) {
            return size() > MOST_GRANTS;
          }
        });
  }

  /** A grant of an earlier run has this number. */
  void knows(long vehicle, long number) {
    grants.put(vehicle, number);
  }

  /** Completes when it is durable. */
  public CompletableFuture<RecordId> write(LaneOutcome outcome, long nowNanos) {
    CompletableFuture<RecordId> kept = line.write(() -> draft(outcome), nowNanos);
    // Under this number before the line goes on to the next record: dependants run first.
    return kept.thenApply(
        id -> {
          if (outcome instanceof Grant grant) {
            grants.put(grant.vehicle(), id.sequence());
          } else if (outcome instanceof Passage passage) {
            passage.evidence().choice().ifPresent(one -> passages.put(one.tag(), id.sequence()));
          }
          return id;
        });
  }

  /** A tag passed here and in another lane, as both found out afterwards. */
  void write(Conflict conflict, long nowNanos) {
    var unused =
        line.write(
            () ->
                records.draft(
                    new DoubleClaim(
                        conflict.tag(),
                        conflict.lane(),
                        conflict.hereNanos(),
                        conflict.thereNanos(),
                        Optional.ofNullable(passages.get(conflict.tag()))),
                    provenance.current()),
            nowNanos);
  }

  private Draft draft(LaneOutcome outcome) {
    Draft draft =
        records.draft(outcome, numberOf(outcome), sight.apply(outcome), provenance.current());
    Fields body = new Fields(draft.body());
    if (body.truth("postedLate")) {
      Shift.of(draft.body()).ifPresent(late);
    }
    return draft;
  }

  private Optional<Long> numberOf(LaneOutcome outcome) {
    return grantOf(outcome).map(grant -> grants.get(grant.vehicle()));
  }

  private static Optional<Grant> grantOf(LaneOutcome outcome) {
    if (outcome instanceof Passage passage) {
      return passage.grant();
    }
    return outcome instanceof Abort abort ? abort.grant() : Optional.empty();
  }
}

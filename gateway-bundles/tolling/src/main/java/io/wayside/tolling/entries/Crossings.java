// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.entries;

import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.lane.LaneFlags;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.LaneRole;
import io.wayside.tolling.passage.PassageTag;
import io.wayside.tolling.passage.TollRecords;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passages are crossings: as they happen, and read back from their records; both say the
 * same. A passage in doubt lets in, doubtfully, and lets nobody out: an entry that is closed
 * wrongly is charged as none.
 */
public final class Crossings {

  private static final Set<Terms> SURE =
      EnumSet.of(Terms.CHARGED, Terms.FREE, Terms.TICKET, Terms.ENTRY, Terms.MANUAL);

  private static final Set<String> SURE_PAYMENTS =
      Set.of("account", "exempt", "ticket", "entry", "manual");

  private static final Set<String> DOUBTS =
      LaneFlags.DOUBTS.stream().map(flag -> flag.code()).collect(Collectors.toUnmodifiableSet());

  private Crossings() {}

  /** Of a passage that is durable. */
  public static Optional<Crossing> of(LaneOrigin origin, Passage passage, Instant at, RecordId id) {
    boolean sure =
        SURE.contains(passage.terms())
            && LaneFlags.DOUBTS.stream().noneMatch(passage.evidence().flags()::has);
    boolean counts = sure || SURE.contains(passage.terms()) || passage.terms() == Terms.REVIEW;
    return passage
        .evidence()
        .choice()
        .filter(choice -> counts)
        .flatMap(
            choice ->
                crossing(
                    origin.role(),
                    new Crossing(
                        choice.tag(),
                        origin.role() == LaneRole.ENTRY,
                        new EntryPoint(origin.station(), at, id.toString()),
                        !sure)));
  }

  /** Of a record of a lane; empty when it is no passage of a closed system. */
  public static Optional<Crossing> of(JournalRecord record) {
    return of(record, false);
  }

  /**
   * Of a record of a lane.
   *
   * @param chargedLate it was held back, and charged since: no doubt is left
   */
  public static Optional<Crossing> of(JournalRecord record, boolean chargedLate) {
    Fields body = new Fields(record.body());
    String payment = body.text("payment").orElse("");
    if (!record.kind().equals(TollRecords.PASSAGE)
        || !(SURE_PAYMENTS.contains(payment) || payment.equals("review"))) {
      return Optional.empty();
    }
    boolean sure =
        chargedLate
            || ((SURE_PAYMENTS.contains(payment) || !PassageTag.isInDoubt(body))
                && body.texts("flags").stream().noneMatch(DOUBTS::contains));
    LaneRole role = role(body);
    return PassageTag.of(body)
        .flatMap(
            tag ->
                crossing(
                    role,
                    new Crossing(
                        tag,
                        role == LaneRole.ENTRY,
                        new EntryPoint(
                            body.text("station").orElse(""),
                            record.occurred().wall(),
                            record.id().toString()),
                        !sure)));
  }

  private static LaneRole role(Fields body) {
    String word = body.text("role").orElse("");
    return word.equals(LaneRole.ENTRY.word())
        ? LaneRole.ENTRY
        : word.equals(LaneRole.EXIT.word()) ? LaneRole.EXIT : LaneRole.OPEN;
  }

  private static Optional<Crossing> crossing(LaneRole role, Crossing crossing) {
    return switch (role) {
      case OPEN -> Optional.empty();
      case ENTRY -> Optional.of(crossing);
      case EXIT -> Optional.of(crossing).filter(one -> !one.doubtful());
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.tolling.passage.Correction;
import io.wayside.tolling.passage.CorrectionPolicy;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.PassageTag;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a passage that was held back comes to when the other lanes have agreed: a correction to what
 * its grant expected. Reads the journal, on a thread that may take its time.
 */
final class LateCorrections {

  private static final String WORDS =
      "The other lanes could not be asked when the vehicle passed. Asked since, each says that no"
          + " vehicle of its own can have carried the tag.";

  /**
   * A correction, and whose debt it is.
   *
   * @param origin what the lane was when the vehicle passed
   * @param online whether the office had promised to pay
   */
  record Late(
      Correction correction, LaneOrigin origin, TagNumber tag, Instant at, boolean online) {}

  private final String lane;
  private final String stream;
  private final CorrectionPolicy policy;
  private final Journal journal;

  /** Passages that were corrected, by whomever, in the records that were looked at. */
  private final Set<Long> corrected = new HashSet<>();

  private long lookedFrom = Long.MAX_VALUE;
  private long lookedTo;

  LateCorrections(LaneParts parts) {
    LaneSettings settings = parts.settings();
    this.lane = settings.origin().id();
    this.stream = settings.origin().stream();
    this.policy = new CorrectionPolicy(settings.shifts(), 0, parts.fares().most());
    this.journal = parts.journal();
  }

  /**
   * The correction of a passage; empty when somebody has corrected it already, or nothing is known
   * of its fare.
   *
   * @param lanes that agreed
   */
  synchronized Optional<Late> of(long passage, List<String> lanes, Instant now)
      throws JournalException {
    List<JournalRecord> newest = journal.last(stream, 1);
    if (newest.isEmpty() || isCorrected(passage, newest.get(0).id())) {
      return Optional.empty();
    }
    RecordId last = newest.get(0).id();
    Optional<JournalRecord> record = journal.read(at(last, passage));
    if (record.isEmpty()) {
      return Optional.empty();
    }
    Fields body = new Fields(record.get().body());
    Optional<Long> grant = body.whole("grant");
    Optional<JournalRecord> granted =
        grant.isEmpty() ? Optional.empty() : journal.read(at(last, grant.get()));
    Optional<Fields> fare =
        granted.map(JournalRecord::body).map(Fields::new).map(each -> each.member("fare"));
    Optional<TagNumber> tag = PassageTag.of(body);
    Optional<Long> minor = fare.flatMap(each -> each.whole("minor"));
    if (tag.isEmpty() || minor.isEmpty()) {
      return Optional.empty();
    }
    CorrectionPolicy.Wish wish =
        new CorrectionPolicy.Wish(
            Correction.ARBITRATED_LATE + "-" + passage,
            minor.get(),
            fare.flatMap(each -> each.text("currency")).orElse(""),
            Correction.ARBITRATED_LATE,
            WORDS,
            lane,
            Optional.of(String.join(" ", lanes)));
    boolean online = body.member("decision").text("mode").filter("online"::equals).isPresent();
    return policy
        .judge(record.get(), List.of(), wish, now)
        .correction()
        .map(
            made ->
                new Late(
                    made,
                    LaneOrigin.of(record.get(), lane),
                    tag.get(),
                    record.get().occurred().wall(),
                    online));
  }

  /** Whoever corrected it has decided: what a person has settled is not touched. */
  private boolean isCorrected(long passage, RecordId last) throws JournalException {
    if (lookedTo == 0) {
      lookedTo = passage;
      lookedFrom = passage;
    }
    for (long number = passage; number < lookedFrom; number++) {
      look(at(last, number));
    }
    lookedFrom = Math.min(lookedFrom, passage);
    for (long number = lookedTo + 1; number <= last.sequence(); number++) {
      look(at(last, number));
      lookedTo = number;
    }
    return corrected.contains(passage);
  }

  private void look(RecordId id) throws JournalException {
    journal
        .read(id)
        .filter(record -> record.kind().equals(TollRecords.CORRECTION))
        .flatMap(record -> new Fields(record.body()).member("of").whole("number"))
        .ifPresent(corrected::add);
  }

  private static RecordId at(RecordId of, long number) {
    return new RecordId(of.gateway(), of.stream(), number);
  }
}

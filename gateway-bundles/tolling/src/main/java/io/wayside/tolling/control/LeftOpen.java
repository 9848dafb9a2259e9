// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.tolling.lane.LaneFlags;
import io.wayside.tolling.passage.Correction;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.PassageTag;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.tag.TagNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What a record of a lane says is still open: a passage that is held back, money that is owed. */
final class LeftOpen {

  /**
   * What one tag owes for a passage.
   *
   * @param number of the record that charged it
   */
  record Owed(TagNumber tag, Instant at, long minor, long number) {}

  /**
   * A passage that is held back.
   *
   * @param number of its record
   * @param before how long before its record the tag was taken for the vehicle
   * @param written when its record was
   */
  record Held(long number, TagNumber tag, double score, Duration before, Stamp written) {

    /** Since the tag was taken; empty when no clock says so surely. */
    Optional<Duration> age(Stamp now) {
      boolean sameBoot = written.bootId().equals(now.bootId());
      Duration since =
          sameBoot
              ? Duration.ofNanos(now.monotonicNanos() - written.monotonicNanos())
              : Duration.between(written.wall(), now.wall());
      boolean sure = sameBoot || (isTrusted(written) && isTrusted(now) && !since.isNegative());
      return sure ? Optional.of(since.plus(before)) : Optional.empty();
    }

    private static boolean isTrusted(Stamp stamp) {
      return stamp.clock().state() != ClockQuality.State.UNSYNCHRONISED;
    }
  }

  private LeftOpen() {}

  /** A passage that is held back, unless a correction of it came after that. */
  static Optional<Held> held(JournalRecord record) {
    Fields body = new Fields(record.body());
    boolean held =
        record.kind().equals(TollRecords.PASSAGE)
            && body.texts("flags").contains(LaneFlags.HELD_BACK.code())
            && !isCopied(body)
            && !needsOwnEars(body);
    return held ? PassageTag.of(body).map(tag -> held(record, body, tag)) : Optional.empty();
  }

  /** Contested or faint: what this lane itself heard and felt counted, and is forgotten. */
  private static boolean needsOwnEars(Fields body) {
    return Stream.of(LaneFlags.CLAIM_CONFLICT, LaneFlags.POSSIBLE_DUPLICATE, LaneFlags.WEAK_TAG)
        .anyMatch(flag -> body.texts("flags").contains(flag.code()));
  }

  private static Held held(JournalRecord record, Fields body, TagNumber tag) {
    double score =
        body.each("tags").stream()
            .filter(each -> each.truth("chosen"))
            .findFirst()
            .flatMap(each -> each.number("score"))
            .orElse(0.0);
    double agoS =
        body.member("decision").number("atS").or(() -> body.number("openedS")).orElse(0.0);
    Duration before = Duration.ofNanos(-Math.round(agoS * 1e9));
    return new Held(record.id().sequence(), tag, score, before, record.occurred());
  }

  /** The chip is not, or may not be, the one that its issuer gave out. */
  static boolean isCopied(Fields body) {
    return body.texts("flags").stream()
        .anyMatch(
            flag ->
                flag.equals(LaneFlags.TID_CHANGED.code())
                    || flag.equals(LaneFlags.TID_INVALID.code()));
  }

  /** The passage that a record corrects. */
  static Optional<Long> corrected(JournalRecord record) {
    return record.kind().equals(TollRecords.CORRECTION)
        ? new Fields(record.body()).member("of").whole("number")
        : Optional.empty();
  }

  /** What a passage, or its late charge, let a tag owe without the office's word. */
  static Optional<Owed> owed(JournalRecord record, Journal journal) throws JournalException {
    Fields body = new Fields(record.body());
    if (record.kind().equals(TollRecords.PASSAGE)) {
      return body.text("payment").equals(Optional.of("account"))
          ? owed(record, body.member("fare").whole("minor"), record.id().sequence())
          : Optional.empty();
    }
    Optional<Long> of = corrected(record);
    boolean late = body.text("reason").equals(Optional.of(Correction.ARBITRATED_LATE));
    if (!late || of.isEmpty()) {
      return Optional.empty();
    }
    Optional<JournalRecord> passage =
        journal.read(new RecordId(record.id().gateway(), record.id().stream(), of.get()));
    return passage.isEmpty()
        ? Optional.empty()
        : owed(passage.get(), body.whole("afterMinor"), record.id().sequence());
  }

  private static Optional<Owed> owed(JournalRecord passage, Optional<Long> minor, long number) {
    Fields body = new Fields(passage.body());
    boolean online = body.member("decision").text("mode").filter("online"::equals).isPresent();
    Optional<TagNumber> tag = PassageTag.of(body);
    return online || minor.isEmpty() || tag.isEmpty()
        ? Optional.empty()
        : Optional.of(new Owed(tag.get(), passage.occurred().wall(), minor.get(), number));
  }
}

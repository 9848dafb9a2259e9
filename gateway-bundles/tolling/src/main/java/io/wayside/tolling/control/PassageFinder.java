// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.PassageNumber;
import io.wayside.tolling.passage.Shift;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the record of a lane that a person names. */
final class PassageFinder {

  private static final Pattern IDENTITY = Pattern.compile("(?:([^/]+)/)?([^/]+)/([0-9]{1,18})");

  private final LaneOrigin origin;
  private final Journal journal;

  PassageFinder(LaneOrigin origin, Journal journal) {
    this.origin = origin;
    this.journal = journal;
  }

  /**
   * The record.
   *
   * @param named {@code GATEWAY/STREAM/NUMBER}, {@code STREAM/NUMBER}, or as drivers know it
   */
  JournalRecord find(String named) throws CorrectionRefused, JournalException {
    List<JournalRecord> newest = journal.last(origin.stream(), 1);
    if (newest.isEmpty()) {
      throw new CorrectionRefused(
          "unknown-passage", "lane " + origin.id() + " has put nothing on record yet");
    }
    RecordId last = newest.get(0).id();
    Optional<PassageNumber> number = PassageNumber.parse(named);
    long wanted = number.isPresent() ? sequence(number.get(), last) : sequence(named, last);
    Optional<JournalRecord> found =
        wanted >= 1 && wanted <= last.sequence()
            ? journal.read(new RecordId(last.gateway(), last.stream(), wanted))
            : Optional.empty();
    return found
        .filter(record -> number.isEmpty() || isOf(number.get(), record))
        .orElseThrow(() -> unknown(named, last));
  }

  private static CorrectionRefused unknown(String named, RecordId last) {
    return new CorrectionRefused(
        "unknown-passage",
        "there is no record "
            + named
            + " in this journal; the last of the lane is "
            + last
            + ". Look at the number; one whose time of keeping is over is corrected at the office");
  }

  /** The newest lane number that ends like it. */
  private long sequence(PassageNumber number, RecordId last) throws CorrectionRefused {
    if (!number.station().equals(origin.station()) || !number.lane().equals(origin.lane())) {
      throw otherLane(
          number.toString(), "of station " + number.station() + " lane " + number.lane());
    }
    return last.sequence() - Math.floorMod(last.sequence() - number.tail(), PassageNumber.CYCLE);
  }

  private long sequence(String named, RecordId last) throws CorrectionRefused {
    Matcher identity = IDENTITY.matcher(named.strip());
    if (!identity.matches()) {
      throw new CorrectionRefused(
          "wrong-argument",
          "passage \""
              + named
              + "\" must be GATEWAY/STREAM/NUMBER such as "
              + last
              + ", or a passage number with its check digit");
    }
    String gateway = identity.group(1);
    if (gateway != null && !gateway.equals(last.gateway())) {
      throw otherLane(named, "of gateway " + gateway);
    }
    if (!identity.group(2).equals(last.stream())) {
      throw otherLane(named, "in stream " + identity.group(2));
    }
    return Long.parseLong(identity.group(3));
  }

  private CorrectionRefused otherLane(String named, String whose) {
    return new CorrectionRefused(
        "other-lane",
        named
            + " is "
            + whose
            + "; lane "
            + origin.id()
            + " (station "
            + origin.station()
            + " lane "
            + origin.lane()
            + ") corrects its own passages alone, send it to that lane");
  }

  private static boolean isOf(PassageNumber number, JournalRecord record) {
    return Shift.of(record).map(Shift::day).filter(number.day()::equals).isPresent();
  }
}

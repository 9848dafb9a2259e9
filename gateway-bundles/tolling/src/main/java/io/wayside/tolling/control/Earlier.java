// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.lane.LaneFlags;
import io.wayside.tolling.lane.RecentCharge;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.OpenGrants;
import io.wayside.tolling.passage.PassageTag;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.tag.TagNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What earlier runs of a lane left in the journal.
 *
 * @param open grants without an end
 * @param recent what was charged or let pass free within the time of duplicates
 * @param owed what was let pass without the office's word
 * @param chips of tags that passed, the first of each that was read
 * @param held passages about which the other lanes are still to be asked
 * @param nextVehicle higher than any number given before
 */
record Earlier(
    List<OpenGrants.Numbered> open,
    List<RecentCharge> recent,
    List<Owed> owed,
    Map<TagNumber, String> chips,
    List<Held> held,
    long nextVehicle) {

  /** More than a lane writes while a vehicle stands in it. */
  private static final int MOST_RECORDS = 2_000;

  /** Payments after which the same tag is a possible duplicate. */
  private static final Set<String> PASSED = Set.of("account", "ticket", "exempt", "entry");

  /**
   * What one tag owes for a passage.
   *
   * @param number of its record
   */
  record Owed(TagNumber tag, Instant at, long minor, long number) {}

  /**
   * A passage that is held back.
   *
   * @param number of its record
   * @param at when the tag was taken for the vehicle
   */
  record Held(long number, TagNumber tag, double score, Instant at) {}

  static Earlier read(Journal journal, String stream, Duration duplicates, Instant now)
      throws JournalException {
    List<JournalRecord> last = journal.last(stream, MOST_RECORDS);
    List<RecentCharge> recent = new ArrayList<>();
    List<Owed> owed = new ArrayList<>();
    Map<TagNumber, String> chips = new LinkedHashMap<>();
    Map<Long, Held> heldBack = new LinkedHashMap<>();
    long highest = 0;
    for (JournalRecord record : last) {
      Fields body = new Fields(record.body());
      highest = Math.max(highest, body.text("vehicle").map(Earlier::number).orElse(0L));
      if (record.kind().equals(TollRecords.PASSAGE)) {
        Instant at = record.occurred().wall();
        Duration age = Duration.between(at, now);
        Optional<TagNumber> tag = PassageTag.of(body);
        if (!isCopied(body)) {
          tag.ifPresent(
              one -> PassageTag.tid(body).ifPresent(chip -> chips.putIfAbsent(one, chip)));
        }
        String payment = body.text("payment").orElse("");
        boolean held = isHeldBack(body);
        if (tag.isPresent() && held) {
          heldBack.put(record.id().sequence(), held(record, body, tag.get()));
        }
        boolean passed = PASSED.contains(payment) || held;
        if (tag.isPresent() && passed && age.compareTo(duplicates) < 0) {
          recent.add(new RecentCharge(tag.get(), Math.max(0, age.toNanos())));
        }
        Optional<Long> minor = body.member("fare").whole("minor");
        boolean online = body.member("decision").text("mode").filter("online"::equals).isPresent();
        if (tag.isPresent() && minor.isPresent() && payment.equals("account") && !online) {
          owed.add(new Owed(tag.get(), at, minor.get(), record.id().sequence()));
        }
      } else if (record.kind().equals(TollRecords.CORRECTION)) {
        body.member("of").whole("number").ifPresent(heldBack::remove);
      }
    }
    return new Earlier(
        OpenGrants.in(last, now), recent, owed, chips, List.copyOf(heldBack.values()), highest + 1);
  }

  private static boolean isHeldBack(Fields body) {
    return body.texts("flags").contains(LaneFlags.HELD_BACK.code()) && !isCopied(body);
  }

  /** The chip is not, or may not be, the one that its issuer gave out. */
  private static boolean isCopied(Fields body) {
    return body.texts("flags").stream()
        .anyMatch(
            flag ->
                flag.equals(LaneFlags.TID_CHANGED.code())
                    || flag.equals(LaneFlags.TID_INVALID.code()));
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
    Instant at = record.occurred().wall().plusNanos(Math.round(agoS * 1e9));
    return new Held(record.id().sequence(), tag, score, at);
  }

  private static long number(String vehicle) {
    return vehicle.matches("[0-9]{1,18}") ? Long.parseLong(vehicle) : 0;
  }
}

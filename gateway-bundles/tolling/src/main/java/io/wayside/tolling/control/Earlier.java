// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
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
 * @param nextVehicle higher than any number given before
 */
record Earlier(
    List<OpenGrants.Numbered> open,
    List<RecentCharge> recent,
    List<Owed> owed,
    Map<TagNumber, String> chips,
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

  static Earlier read(Journal journal, String stream, Duration duplicates, Instant now)
      throws JournalException {
    List<JournalRecord> last = journal.last(stream, MOST_RECORDS);
    List<RecentCharge> recent = new ArrayList<>();
    List<Owed> owed = new ArrayList<>();
    Map<TagNumber, String> chips = new LinkedHashMap<>();
    long highest = 0;
    for (JournalRecord record : last) {
      Fields body = new Fields(record.body());
      highest = Math.max(highest, body.text("vehicle").map(Earlier::number).orElse(0L));
      if (record.kind().equals(TollRecords.PASSAGE)) {
        Instant at = record.occurred().wall();
        Duration age = Duration.between(at, now);
        Optional<TagNumber> tag = PassageTag.of(body);
        tag.ifPresent(one -> PassageTag.tid(body).ifPresent(chip -> chips.putIfAbsent(one, chip)));
        String payment = body.text("payment").orElse("");
        if (tag.isPresent() && PASSED.contains(payment) && age.compareTo(duplicates) < 0) {
          recent.add(new RecentCharge(tag.get(), Math.max(0, age.toNanos())));
        }
        Optional<Long> minor = body.member("fare").whole("minor");
        boolean online = body.member("decision").text("mode").filter("online"::equals).isPresent();
        if (tag.isPresent() && minor.isPresent() && payment.equals("account") && !online) {
          owed.add(new Owed(tag.get(), at, minor.get(), record.id().sequence()));
        }
      }
    }
    return new Earlier(OpenGrants.in(last, now), recent, owed, chips, highest + 1);
  }

  private static long number(String vehicle) {
    return vehicle.matches("[0-9]{1,18}") ? Long.parseLong(vehicle) : 0;
  }
}

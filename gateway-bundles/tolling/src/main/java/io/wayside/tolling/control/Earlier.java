// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
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
import java.util.HashSet;
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
 * @param oldest record that was looked at; empty: there is none
 * @param corrected passages, maybe older ones, that these records corrected
 */
record Earlier(
    List<OpenGrants.Numbered> open,
    List<RecentCharge> recent,
    List<LeftOpen.Owed> owed,
    Map<TagNumber, String> chips,
    List<LeftOpen.Held> held,
    long nextVehicle,
    Optional<RecordId> oldest,
    Set<Long> corrected) {

  /** More than a lane writes while a vehicle stands in it; {@link LookingBack} goes on there. */
  private static final int MOST_RECORDS = 2_000;

  /** Payments after which the same tag is a possible duplicate. */
  private static final Set<String> PASSED = Set.of("account", "ticket", "exempt", "entry");

  static Earlier read(Journal journal, String stream, Duration duplicates, Instant now)
      throws JournalException {
    List<JournalRecord> last = journal.last(stream, MOST_RECORDS);
    List<RecentCharge> recent = new ArrayList<>();
    List<LeftOpen.Owed> owed = new ArrayList<>();
    Map<TagNumber, String> chips = new LinkedHashMap<>();
    Map<Long, LeftOpen.Held> heldBack = new LinkedHashMap<>();
    Set<Long> corrected = new HashSet<>();
    long highest = 0;
    for (JournalRecord record : last) {
      Fields body = new Fields(record.body());
      highest = Math.max(highest, body.text("vehicle").map(Earlier::number).orElse(0L));
      LeftOpen.owed(record, journal).ifPresent(owed::add);
      LeftOpen.corrected(record).ifPresent(corrected::add);
      if (record.kind().equals(TollRecords.PASSAGE)) {
        Duration age = Duration.between(record.occurred().wall(), now);
        Optional<TagNumber> tag = PassageTag.of(body);
        if (!LeftOpen.isCopied(body)) {
          tag.ifPresent(
              one -> PassageTag.tid(body).ifPresent(chip -> chips.putIfAbsent(one, chip)));
        }
        Optional<LeftOpen.Held> held = LeftOpen.held(record);
        held.ifPresent(one -> heldBack.put(one.number(), one));
        boolean passed =
            isHeldBack(body) || body.text("payment").filter(PASSED::contains).isPresent();
        if (tag.isPresent() && passed && age.compareTo(duplicates) < 0) {
          recent.add(new RecentCharge(tag.get(), Math.max(0, age.toNanos())));
        }
      }
    }
    heldBack.keySet().removeAll(corrected);
    return new Earlier(
        OpenGrants.in(last, now),
        recent,
        owed,
        chips,
        List.copyOf(heldBack.values()),
        highest + 1,
        last.isEmpty() ? Optional.empty() : Optional.of(last.get(0).id()),
        corrected);
  }

  /** It may be charged yet, by whomever. */
  private static boolean isHeldBack(Fields body) {
    return body.texts("flags").contains(LaneFlags.HELD_BACK.code()) && !LeftOpen.isCopied(body);
  }

  private static long number(String vehicle) {
    return vehicle.matches("[0-9]{1,18}") ? Long.parseLong(vehicle) : 0;
  }
}

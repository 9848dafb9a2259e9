// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.tolling.passage.TollRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Against records of which the test itself knows what is open. */
class LookBackTest {

  private static final String STREAM = "toll.lane-1";
  private static final Provenance PROVENANCE = new Provenance("0.1.0", "0", "none");
  private static final int SPACING_S = 10;

  private final KeptJournal journal = new KeptJournal();
  private final SteppedTime time = new SteppedTime();
  private final TreeSet<Long> held = new TreeSet<>();
  private final TreeMap<Long, Long> owed = new TreeMap<>();
  private final Set<Long> corrected = new HashSet<>();
  private long written;

  private static Value.Text text(String text) {
    return new Value.Text(text);
  }

  private void write(RecordKind kind, FieldsBuilder body) {
    time.to(time.monotonicNanos() + SPACING_S * 1_000_000_000L);
    journal
        .append(new Draft(STREAM, kind, Importance.MONEY, time.now(), PROVENANCE, body.build()))
        .join();
    written++;
  }

  private static FieldsBuilder body(String payment, String mode) {
    return Value.Fields.with("payment", payment)
        .and("decision", Value.Fields.with("tag", KnownTags.ANNA).and("mode", mode).build());
  }

  private void passageHeldBack() {
    write(
        TollRecords.PASSAGE,
        body("review", "degraded").and("flags", List.of(text("held-back"), text("unarbitrated"))));
    held.add(written);
  }

  private void passageCharged(long minor, boolean online) {
    write(
        TollRecords.PASSAGE,
        body("account", online ? "online" : "degraded")
            .and("fare", Value.Fields.with("minor", minor).build()));
    if (!online) {
      owed.put(written, minor);
    }
  }

  private void correction(long of, String reason, long minor) {
    write(
        TollRecords.CORRECTION,
        Value.Fields.with("of", Value.Fields.with("number", of).build())
            .and("reason", reason)
            .and("afterMinor", minor));
    held.remove(of);
    corrected.add(of);
    if (reason.equals("arbitrated-late")) {
      owed.put(written, minor);
    }
  }

  private void somethingElse() {
    write(TollRecords.ABORT, Value.Fields.with("vehicle", "1"));
  }

  private LookBack from(long oldest, Set<Long> known, Instant until) {
    return new LookBack(journal, new RecordId("gate-7", STREAM, oldest), known, until);
  }

  private record All(TreeSet<Long> held, TreeMap<Long, Long> owed) {}

  private static void read(LookBack back, All all) throws JournalException {
    while (!back.isOver()) {
      LookBack.Found found = back.read();
      found.held().forEach(each -> assertThat(all.held().add(each.number())).isTrue());
      found
          .owed()
          .forEach(each -> assertThat(all.owed().put(each.number(), each.minor())).isNull());
    }
  }

  private static All read(LookBack back) throws JournalException {
    All all = new All(new TreeSet<>(), new TreeMap<>());
    read(back, all);
    return all;
  }

  private void day(Random random, int records) {
    for (int i = 0; i < records; i++) {
      switch (random.nextInt(6)) {
        case 0 -> passageHeldBack();
        case 1 -> passageCharged(1_000L * (1 + random.nextInt(50)), random.nextBoolean());
        case 2 -> {
          if (!held.isEmpty()) {
            List<Long> open = new ArrayList<>(held);
            long of = open.get(random.nextInt(open.size()));
            correction(of, random.nextBoolean() ? "arbitrated-late" : "charged-twice", 38_000);
          }
        }
        default -> somethingElse();
      }
    }
  }

  @Test
  void whatIsOpenIsFoundWhereverItStandsAndNothingElse() throws Exception {
    day(new Random(4), 3_000);
    long from = written + 1;
    All all = read(from(from, Set.of(), Instant.MIN));
    assertThat(all.held()).isEqualTo(held).hasSizeGreaterThan(20);
    assertThat(all.owed()).isEqualTo(owed).hasSizeGreaterThan(200);
  }

  @Test
  void whatALaterRecordHasCorrectedIsNotHeldBack() throws Exception {
    passageHeldBack();
    passageHeldBack();
    long oldest = written + 1;
    correction(1, "arbitrated-late", 38_000);
    All all = read(from(oldest, corrected, Instant.MIN));
    assertThat(all.held()).containsExactly(2L);
    assertThat(all.owed()).as("that record is known already").isEmpty();
  }

  @Test
  void itEndsWhereNothingCanBeOpen() throws Exception {
    passageHeldBack();
    passageHeldBack();
    Instant until = time.now().wall().minusSeconds(1);
    somethingElse();
    passageHeldBack();
    All all = read(from(written + 1, Set.of(), until.minusSeconds(SPACING_S)));
    assertThat(all.held()).contains(4L, 2L);
    All few = read(from(written + 1, Set.of(), until.plusSeconds(SPACING_S)));
    assertThat(few.held()).contains(4L).doesNotContain(1L);
  }

  @Test
  void afterTroubleItGoesOnWhereItStopped() throws Exception {
    day(new Random(9), 700);
    long from = written + 1;
    journal.unreadable(written - 100);
    LookBack back = from(from, Set.of(), Instant.MIN);
    assertThatThrownBy(back::read).isInstanceOf(JournalException.class);
    journal.unreadable(0);
    All all = read(back);
    assertThat(all.held()).as("nothing twice, nothing lost").isEqualTo(held);
    assertThat(all.owed()).isEqualTo(owed);
  }

  @Test
  void whatIsNotKeptAnyMoreIsNotLookedForEndlessly() throws Exception {
    LookBack back = from(1_000_000_000L, Set.of(), Instant.MIN);
    int slices = 0;
    while (!back.isOver()) {
      back.read();
      slices++;
    }
    assertThat(slices).isLessThan(10);
  }
}

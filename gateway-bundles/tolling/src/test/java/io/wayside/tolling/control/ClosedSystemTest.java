// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flag;
import io.wayside.tolling.entries.Crossing;
import io.wayside.tolling.entries.EntryBook;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.fare.FareTable;
import io.wayside.tolling.fare.KnownEntry.Source;
import io.wayside.tolling.fare.Passback;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.LaneRole;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosedSystemTest {

  private static final TagNumber ANNA = new TagNumber(KnownTags.ANNA, 96);
  private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

  private static ClosedSystem gate(LaneRole role, EntryBook book) throws Exception {
    return new ClosedSystem(
        new LaneOrigin("1003", "001", "out", "lane-1", role),
        FareTable.from(LaneBench.document("fares-vn-130-2024-example")),
        Optional.of(book));
  }

  private static EntryBook book(Passback passback) {
    EntryBook book = new EntryBook(passback, 100);
    book.ready();
    return book;
  }

  private static Crossing in(Instant at, boolean doubtful) {
    return new Crossing(ANNA, true, new EntryPoint("1001", at, "g/toll.l/1"), doubtful);
  }

  private static ClosedSystem.Toll leaves(EntryBook book, Optional<EntryPoint> office)
      throws Exception {
    return gate(LaneRole.EXIT, book).of(ANNA, Optional.of(1), NOON, office);
  }

  @Test
  void nobodyPassesBeforeItIsKnownWhoIsIn() throws Exception {
    EntryBook unread = new EntryBook(Passback.CLOSE_OLD, 100);
    assertThat(leaves(unread, Optional.empty()).barred()).contains("entries-unread");
    assertThat(
            gate(LaneRole.ENTRY, unread).of(ANNA, Optional.of(1), NOON, Optional.empty()).barred())
        .contains("entries-unread");
  }

  @Test
  void theWayFromTheEntryIsPricedAndTheEntryIsNamed() throws Exception {
    EntryBook book = book(Passback.CLOSE_OLD);
    book.crossed(in(NOON.minusSeconds(1_800), false));
    ClosedSystem.Toll toll = leaves(book, Optional.empty());
    assertThat(toll.fare().orElseThrow().minor()).isEqualTo(56_000); // 42.780 km x 1300 = 55614
    assertThat(toll.way().orElseThrow().entry().orElseThrow().source()).isEqualTo(Source.OWN_LANE);
    assertThat(toll.flags()).isEmpty();
  }

  @Test
  void whatIsWrongWithAnEntryIsSaidAndNothingIsCharged() throws Exception {
    assertThat(leaves(book(Passback.CLOSE_OLD), Optional.empty()).flags())
        .containsExactly(new Flag("entry-missing"));
    EntryBook old = book(Passback.CLOSE_OLD);
    old.crossed(in(NOON.minusSeconds(25 * 3_600), false));
    EntryBook early = book(Passback.CLOSE_OLD);
    early.crossed(in(NOON.plusSeconds(5), false));
    EntryBook doubtful = book(Passback.CLOSE_OLD);
    doubtful.crossed(in(NOON.minusSeconds(1_800), true));
    assertThat(leaves(old, Optional.empty()).flags()).containsExactly(new Flag("entry-stale"));
    assertThat(leaves(early, Optional.empty()).flags())
        .containsExactly(new Flag("entry-after-exit"));
    assertThat(leaves(doubtful, Optional.empty()).flags())
        .containsExactly(new Flag("entry-doubtful"));
    for (EntryBook book : java.util.List.of(old, early, doubtful)) {
      ClosedSystem.Toll toll = leaves(book, Optional.empty());
      assertThat(toll.fare()).isEmpty();
      assertThat(toll.way().orElseThrow().because()).last().asString().startsWith("review:");
      assertThat(toll.way().orElseThrow().entry()).isPresent();
    }
  }

  @Test
  void theLaterOfTheOfficesEntryAndOnesOwnCounts() throws Exception {
    EntryBook book = book(Passback.CLOSE_OLD);
    book.crossed(in(NOON.minusSeconds(1_800), false));
    EntryPoint later = new EntryPoint("1002", NOON.minusSeconds(600), "g-9/toll.l/4");
    EntryPoint earlier = new EntryPoint("1002", NOON.minusSeconds(6_000), "g-9/toll.l/3");
    ClosedSystem.Toll offices = leaves(book, Optional.of(later));
    assertThat(offices.way().orElseThrow().entry().orElseThrow().source()).isEqualTo(Source.OFFICE);
    assertThat(offices.flags()).containsExactly(new Flag("entry-differs"));
    ClosedSystem.Toll ours = leaves(book, Optional.of(earlier));
    assertThat(ours.way().orElseThrow().entry().orElseThrow().source()).isEqualTo(Source.OWN_LANE);
    ClosedSystem.Toll alone = leaves(book(Passback.CLOSE_OLD), Optional.of(later));
    assertThat(alone.fare()).isPresent();
    assertThat(alone.flags()).isEmpty();
  }

  @Test
  void aSecondEntryIsHeldOrFlaggedAsTheSiteSays() throws Exception {
    for (Passback passback : Passback.values()) {
      EntryBook book = book(passback);
      ClosedSystem entry = gate(LaneRole.ENTRY, book);
      assertThat(entry.of(ANNA, Optional.of(1), NOON, Optional.empty()).flags()).isEmpty();
      book.crossed(in(NOON, false));
      ClosedSystem.Toll second = entry.of(ANNA, Optional.of(1), NOON, Optional.empty());
      assertThat(second.flags()).containsExactly(new Flag("entry-open"));
      assertThat(second.barred().isPresent()).isEqualTo(passback == Passback.HOLD);
    }
  }
}

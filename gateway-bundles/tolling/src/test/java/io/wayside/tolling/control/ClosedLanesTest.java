// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.entries.EntryBook;
import io.wayside.tolling.entries.kept.EntryReplay;
import io.wayside.tolling.fare.FareTable;
import io.wayside.tolling.fare.Passback;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.Judge;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.LaneRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lanes into and out of a closed system on one gateway. */
class ClosedLanesTest {

  private static final LaneOrigin IN_1001 =
      new LaneOrigin("1001", "001", "in", "lane-in-1", LaneRole.ENTRY);
  private static final LaneOrigin IN_1002 =
      new LaneOrigin("1002", "002", "in", "lane-in-2", LaneRole.ENTRY);
  private static final LaneOrigin OUT_1003 =
      new LaneOrigin("1003", "003", "out", "lane-out", LaneRole.EXIT);

  /** 42.780 km at 1300 and 24.530 km at 900, to the nearest thousand: worked out by hand. */
  private static final Map<String, Long> TO_1003 = Map.of("1001", 56_000L, "1002", 22_000L);

  @TempDir Path folder;

  private final SteppedTime time = new SteppedTime();
  private final KeptJournal journal = new KeptJournal();
  private EntryBook book = new EntryBook(Passback.CLOSE_OLD, 100);

  private LaneBench lane(LaneOrigin origin) throws Exception {
    LaneBench bench = new LaneBench(folder, LaneBench.Fitted.USUAL, time, journal);
    bench.origin = origin;
    bench.fares = FareTable.from(LaneBench.document("fares-vn-130-2024-example"));
    bench.entries = Optional.of(book);
    bench.tags.asOf = time.now().wall();
    return bench.start().pass(2_000);
  }

  /** As the component does after a start. */
  private void read(Passback passback) throws Exception {
    book = new EntryBook(passback, 100);
    EntryReplay.read(
            journal, List.of("toll.lane-in-1", "toll.lane-in-2", "toll.lane-out"), Instant.EPOCH)
        .forEach(book::crossed);
    book.ready();
  }

  private static void drives(LaneBench bench, String epc) {
    bench.tags.asOf = bench.time.now().wall();
    bench.pass(4_000).arrives(epc).hears(epc, LaneBench.LANE, -54, 200).leaves().pass(1_000);
  }

  private static Fields last(LaneBench bench, String kind) {
    List<JournalRecord> all = bench.records(kind);
    return new Fields(all.get(all.size() - 1).body());
  }

  @Test
  void whoComesInPaysForTheWayWhenItLeaves() throws Exception {
    book.ready();
    LaneBench in = lane(IN_1001);
    LaneBench out = lane(OUT_1003);
    drives(in, KnownTags.ANNA);
    Fields entry = in.only("toll-passage");
    assertThat(entry.text("payment")).hasValue("entry");
    assertThat(entry.text("role")).hasValue("entry");
    assertThat(entry.member("fare").isThere()).isFalse();
    time.to(time.monotonicNanos() + Duration.ofMinutes(30).toNanos());
    drives(out, KnownTags.ANNA);
    Fields exit = out.only("toll-passage");
    assertThat(exit.text("payment")).hasValue("account");
    assertThat(exit.member("fare").whole("minor")).hasValue(TO_1003.get("1001"));
    assertThat(exit.member("entry").text("record")).hasValue("gate-7/toll.lane-in-1/2");
    assertThat(exit.member("entry").text("source")).hasValue("own-lane");
    assertThat(book.count().open()).isZero();
    for (JournalRecord record : journal.all("toll.lane-out")) {
      assertThat(Judge.faults(record.kind().toString(), record.body())).isEmpty();
    }
    for (JournalRecord record : journal.all("toll.lane-in-1")) {
      assertThat(Judge.faults(record.kind().toString(), record.body())).isEmpty();
    }
    drives(out, KnownTags.BAO);
    assertThat(last(out, "toll-passage").text("payment")).hasValue("review");
    assertThat(last(out, "toll-passage").texts("flags")).contains("entry-missing");
    assertThat(last(out, "toll-passage").texts("because")).endsWith("review:entry-missing");
  }

  @Test
  void whoIsInAlreadyIsHeldAndMayBeLetInByHand() throws Exception {
    read(Passback.HOLD);
    LaneBench in = lane(IN_1001);
    LaneBench other = lane(IN_1002);
    drives(in, KnownTags.ANNA);
    time.to(time.monotonicNanos() + Duration.ofMinutes(30).toNanos());
    other.tags.asOf = time.now().wall();
    other.pass(1_000).arrives(KnownTags.ANNA);
    assertThat(other.raise.isOn()).isFalse();
    assertThat(other.works().view().notice()).isEqualTo("in-already");
    CompletableFuture<Optional<String>> refusal = new CompletableFuture<>();
    other.inbox.ordered(
        new Letter.Order(
            new LaneEvent.AttendantGrant(time.monotonicNanos(), "bao", "let-in"), refusal));
    other.hears(KnownTags.ANNA, LaneBench.LANE, -54, 200).leaves().pass(1_000);
    assertThat(other.only("toll-passage").text("payment")).hasValue("manual");
    assertThat(book.openOf(new io.wayside.tolling.tag.TagNumber(KnownTags.ANNA, 96)))
        .get()
        .extracting(known -> known.point().station())
        .isEqualTo("1002");
    assertThat(book.count().noExit()).isEqualTo(1);
  }

  @Test
  void lanesHoldUntilItIsKnownWhoIsIn() throws Exception {
    LaneBench in = lane(IN_1001);
    in.arrives(KnownTags.ANNA);
    assertThat(in.raise.isOn()).isFalse();
    assertThat(in.works().view().notice()).isEqualTo("entries-unread");
  }

  /** Journeys are drawn, driven through the lanes, and recounted without any of their code. */
  @Test
  void everyJourneyIsChargedItsWayOnceHoweverOftenThePowerGoes() throws Exception {
    Random random = new Random(11);
    List<String> tags = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      tags.add("00a0111111111111111112%02x".formatted(n));
    }
    read(Passback.CLOSE_OLD);
    List<LaneBench> lanes = begun(tags);
    Map<String, String> inSince = new HashMap<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String epc = tags.get(random.nextInt(tags.size()));
      int where = random.nextInt(4);
      if (where < 2) {
        drives(lanes.get(where), epc);
        inSince.put(epc, where == 0 ? "1001" : "1002");
      } else {
        drives(lanes.get(2), epc);
        String entry = inSince.remove(epc);
        expected.add(epc + " " + (entry == null ? "review" : TO_1003.get(entry)));
      }
      time.to(time.monotonicNanos() + Duration.ofMinutes(4).toNanos());
      if (random.nextInt(6) == 0) {
        lanes.forEach(LaneBench::kill);
        read(Passback.CLOSE_OLD);
        lanes = begun(tags);
      }
    }
    List<String> charged = new ArrayList<>();
    for (JournalRecord record : journal.all("toll.lane-out")) {
      Fields body = new Fields(record.body());
      if (record.kind().name().equals("toll-passage")) {
        charged.add(
            body.each("tags").get(0).text("epc").orElse("")
                + " "
                + body.member("fare").whole("minor").map(String::valueOf).orElse("review"));
      }
    }
    assertThat(charged).containsExactlyElementsOf(expected);
    assertThat(book.count().open()).isEqualTo(inSince.size());
  }

  private List<LaneBench> begun(List<String> tags) throws Exception {
    List<LaneBench> lanes = List.of(lane(IN_1001), lane(IN_1002), lane(OUT_1003));
    lanes.forEach(lane -> tags.forEach(lane.tags::knows));
    return lanes;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.journal.JournalException;
import io.wayside.tolling.control.Inbox;
import io.wayside.tolling.control.Letter;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.parking.EntryDesk.PassBack;
import io.wayside.tolling.parking.Key;
import io.wayside.tolling.parking.Leak;
import io.wayside.tolling.parking.Paid;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vehicles through a car park's lanes. */
class ParkAtWorkTest {

  @TempDir Path folder;

  @Test
  void aTicketLetsInAndAPaidOneOut() throws Exception {
    LotBench bench = new LotBench(folder);
    assertThat(bench.entry.arrives("t1").code()).isEqualTo(Word.ADMITTED);
    assertThat(bench.entry.raise.isOn()).isTrue();
    bench.entry.drivesOn();
    assertThat(bench.entry.lower.isOn()).isTrue();
    assertThat(bench.park().view().inside()).isOne();

    bench.leap(Duration.ofMinutes(100));
    assertThat(bench.pays("t1", "r1", 50_000).openMinor()).isZero();
    Word word = bench.exit.arrives("t1");
    assertThat(word.code()).isEqualTo(Word.NOTHING_OPEN);
    assertThat(word.amount().orElseThrow().totalMinor()).isEqualTo(50_000);
    bench.exit.drivesOn();
    assertThat(bench.park().view().inside()).isZero();
    assertThat(bench.park().view().stays()).isZero();
    assertThat(bench.records("parking-passage")).hasSize(4);
  }

  @Test
  void whoHasNotPaidStandsUntilHeHas() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.enters("t1");
    bench.leap(Duration.ofHours(3));
    assertThat(bench.exit.arrives("t1").code()).isEqualTo(Word.TO_PAY);
    assertThat(bench.exit.raise.isOn()).isFalse();
    long open =
        bench
            .park()
            .quote(Optional.empty(), LotBench.ticket("t1"))
            .amount()
            .orElseThrow()
            .openMinor();
    bench.pays("t1", "r1", open);
    bench.pass(500);
    assertThat(bench.exit.raise.isOn()).as("it is asked again by itself").isTrue();
    bench.exit.drivesOn();
    assertThat(bench.park().view().inside()).isZero();
  }

  @Test
  void theBarrierWaitsForTheRecord() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.journal.slow();
    bench.entry.arrives("t1");
    bench.pass(1_000);
    assertThat(bench.entry.raise.isOn()).isFalse();
    for (int i = 0; i < 3; i++) {
      bench.journal.sync();
      bench.pass(100);
    }
    assertThat(bench.entry.raise.isOn()).isTrue();
  }

  @Test
  void forARecordThatIsLostTheBarrierStaysDown() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.journal.failing(new JournalException.Refused("too large"));
    bench.entry.arrives("t1");
    bench.pass(1_000);
    assertThat(bench.entry.raise.isOn()).isFalse();
    assertThat(ParkHealth.of(bench.park().view(), 0).code()).isEqualTo("records-lost");
  }

  @Test
  void aLaneThatBeginsAnewWaitsForTheRecordToo() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.journal.slow();
    bench.entry.arrives("t1");
    LotLane before = bench.entry.lane();
    Inbox heard = bench.entry.inbox();
    before.close();
    bench.entry.start(bench.park()); // a fault of the lane alone; the car park goes on
    bench.pass(1_000);
    assertThat(bench.entry.raise.isOn()).isFalse();
    for (int i = 0; i < 3; i++) {
      bench.journal.sync();
      bench.pass(100);
    }
    assertThat(bench.entry.raise.isOn()).isTrue();
    assertThat(before.show(LotBench.ticket("t2"), "ticket")).as("it is over").isEmpty();
    bench.entry.drivesOn();
    bench.pass(2_000);
    Letter late = heard.next(0);
    while (late != null) { // what the run that is over waited for
      before.take(late);
      late = heard.next(0);
    }
    assertThat(bench.entry.raise.isOn()).isFalse();
    assertThat(bench.park().view().inside()).isOne();
  }

  @Test
  void whileTheJournalRefusesNobodyIsLetInByATicket() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.enters("t1");
    bench.journal.failing(new JournalException.Busy("full"));
    bench.entry.arrives("t2");
    assertThat(bench.entry.raise.isOn()).isFalse();
    assertThat(ParkHealth.of(bench.park().view(), 0).code()).isEqualTo("records-waiting");
    bench.entry.backsOut();
    assertThat(bench.entry.arrives("t3").code()).isEqualTo(Word.NOT_RECORDED);
  }

  @Test
  void whoGoesBackWasNeverIn() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.entry.arrives("t1");
    bench.entry.backsOut();
    assertThat(bench.park().view().stays()).isZero();
    assertThat(bench.park().view().inside()).isZero();
    assertThat(bench.entry.arrives("t1").code()).as("and may come again").isEqualTo(Word.ADMITTED);
  }

  @Test
  void aKeyThatIsInsideIsHeldOrLetInAsTheSiteSays() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.enters("t1");
    assertThat(bench.entry.arrives("t1").code()).isEqualTo(Word.INSIDE_ALREADY);
    assertThat(bench.entry.raise.isOn()).isFalse();

    LotBench open = new LotBench(folder.resolve("open"), PassBack.CLOSE_OLD, 0);
    open.enters("t1");
    assertThat(open.entry.arrives("t1").code()).isEqualTo(Word.PASSED_BACK);
    open.entry.drivesOn();
    assertThat(open.park().view().stays()).isOne();
  }

  @Test
  void nobodyIsLetIntoAFullCarPark() throws Exception {
    LotBench bench = new LotBench(folder, PassBack.HOLD, 1);
    bench.enters("t1");
    assertThat(bench.entry.arrives("t2").code()).isEqualTo(Word.FULL);
  }

  @Test
  void aLostTicketCostsTheMostWhenNobodyKnowsTheEntry() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.enters("t1");
    bench.leap(Duration.ofHours(1));
    Word word = bench.exit.arrives(new Asking(new TreeSet<>(), "car", true, List.of()));
    assertThat(word.code()).isEqualTo(Word.NO_ENTRY);
    assertThat(word.remedies()).isNotEmpty();
    long most = word.amount().orElseThrow().openMinor();
    Receipt receipt =
        bench
            .park()
            .pay(
                word.session(),
                Asking.NOTHING,
                new Paid("r1", bench.time.now().wall(), most, "cash"));
    assertThat(receipt.refusal()).isEmpty();
    bench.pass(500);
    assertThat(bench.exit.raise.isOn()).isTrue();
    bench.exit.drivesOn();
    assertThat(bench.park().view().leaks()).containsEntry(Leak.EXIT_WITHOUT_ENTRY, 1L);
    assertThat(bench.park().view().inside()).isZero();
  }

  @Test
  void aPlateFindsTheStayOfALostTicket() throws Exception {
    LotBench bench = new LotBench(folder);
    TreeSet<Key> keys = new TreeSet<>();
    keys.add(new Key(Key.Kind.TICKET, "t1"));
    keys.add(new Key(Key.Kind.PLATE, "hash1"));
    bench.entry.arrives(new Asking(keys, "car", false, List.of()));
    bench.entry.drivesOn();
    bench.leap(Duration.ofMinutes(100));
    keys.removeIf(key -> key.kind() == Key.Kind.TICKET);
    Word word = bench.exit.arrives(new Asking(keys, "car", true, List.of()));
    assertThat(word.code()).isEqualTo(Word.TO_PAY);
    assertThat(word.amount().orElseThrow().totalMinor()).isEqualTo(50_000 + 200_000);
  }

  @Test
  void aPaymentToldAgainIsTheSameAndASecondOneIsRefused() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.enters("t1");
    bench.leap(Duration.ofMinutes(100));
    assertThat(bench.pays("t1", "r1", 50_000).isNew()).isTrue();
    assertThat(bench.pays("t1", "r1", 50_000).isNew()).isFalse();
    assertThat(bench.pays("t1", "r1", 40_000).refusal()).contains("reference-reused");
    assertThat(bench.pays("t1", "r2", 50_000).refusal()).contains("nothing-open");
    assertThat(bench.pays("t9", "r3", 50_000).refusal()).contains("unknown-stay");
    bench.leap(Duration.ofHours(2));
    assertThat(bench.pays("t1", "r4", 900_000).refusal()).contains("more-than-open");
    assertThat(bench.records("parking-payment")).hasSize(1);
  }

  @Test
  void whoPassesAtAnOpenBarrierIsCounted() throws Exception {
    LotBench bench = new LotBench(folder);
    bench
        .entry
        .inbox()
        .ordered(
            new Letter.Order(
                new LaneEvent.Order(bench.time.monotonicNanos(), LaneOrder.HOLD_OPEN, "test"),
                new CompletableFuture<>()));
    bench.pass(300);
    assertThat(bench.entry.raise.isOn()).isTrue();
    bench.entry.arming.is(true);
    bench.pass(500);
    bench.entry.drivesOn();
    assertThat(bench.park().view().inside()).isOne();
    assertThat(bench.park().view().leaks()).containsEntry(Leak.OPENED_WITHOUT_SESSION, 1L);
  }
}

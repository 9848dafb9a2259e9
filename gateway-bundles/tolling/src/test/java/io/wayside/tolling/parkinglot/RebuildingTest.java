// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.Json;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.parking.Key;
import io.wayside.tolling.parking.Leak;
import io.wayside.tolling.parking.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A car park after a restart. */
class RebuildingTest {

  @TempDir Path folder;

  @Test
  void staysPaymentsAndCountsAreAsBefore() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.enters("t1");
    bench.enters("t2");
    bench.leap(Duration.ofMinutes(100));
    bench.pays("t1", "r1", 50_000);
    ParkView before = bench.park().view();
    bench.start();
    assertThat(bench.park().view().toValue()).isEqualTo(before.toValue());
    assertThat(bench.pays("t1", "r1", 50_000).isNew()).isFalse();
    assertThat(bench.exit.arrives("t1").code()).isEqualTo(Word.NOTHING_OPEN);
  }

  @Test
  void whoStandsBeforeARaisedBarrierGoesOn() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.entry.arrives("t1");
    bench.start();
    assertThat(bench.entry.raise.isOn()).isTrue();
    bench.entry.drivesOn();
    assertThat(bench.park().view().inside()).isOne();
    assertThat(bench.park().view().stays()).isOne();
  }

  @Test
  void whoseBarrierWasNeverRaisedIsNotInside() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.journal.slow();
    bench.entry.arrives("t1");
    bench.journal.sync(); // that it came in, and not that it was let in
    bench.journal.powerCut();
    bench.journal.swift();
    bench.start();
    assertThat(bench.park().view().stays()).isZero();
    assertThat(bench.entry.lane().show(LotBench.ticket("t1"), "ticket").map(Word::code))
        .contains(Word.ADMITTED);
  }

  @Test
  void anEmptyLaneAfterwardsIsTakenForAPassageAndSaysSo() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.entry.arrives("t1");
    bench.entry.arming.becomes(false); // nobody saw how
    bench.start();
    bench.pass(2_000);
    assertThat(bench.records("parking-passage").toString()).contains("unproven");
    assertThat(bench.park().view().inside()).isOne();
    assertThat(bench.entry.arrives("t1").code())
        .as("it stands at the entry, so it had not come in")
        .isEqualTo(Word.ADMITTED);
    bench.entry.drivesOn();
    assertThat(bench.park().view().inside()).isOne();
  }

  @Test
  void fromAStockNothingOlderIsNeeded() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.enters("t0");
    for (int i = 1; i <= 2_200; i++) { // more than 4,000 facts, and 120 open at a time
      bench.park().letIn("in-9", i, LotBench.ticket("n" + i), "ticket");
      bench.park().passed("in-9", false, i);
      if (i > 120) {
        Word word = bench.park().mayLeave("out-9", LotBench.ticket("n" + (i - 120)));
        bench.park().letOut("out-9", i, word.session(), 0, "ticket");
        bench.park().passed("out-9", true, i);
      }
    }
    ParkView before = bench.park().view();
    long stocks =
        bench.journal.last(LotBench.STREAM, 100_000).stream()
            .filter(record -> record.kind().name().equals("parking-open"))
            .count();
    bench.start();
    assertThat(bench.park().view().toValue()).isEqualTo(before.toValue());
    assertThat(stocks).as("records of stocks").isEqualTo(3);
    bench.enters("t1");
    assertThat(bench.park().view().inside()).isEqualTo(before.inside() + 1);
  }

  @Test
  void allThatIsWrittenFitsItsSchema() throws Exception {
    LotBench bench = new LotBench(folder);
    bench.enters("t1");
    bench.leap(Duration.ofMinutes(100));
    bench.pays("t1", "r1", 50_000);
    bench.entry.arrives("t2");
    bench.entry.backsOut();
    bench.exit.arrives("t1");
    bench.exit.drivesOn();
    bench.park().correct(new Place("main", "car"), 7, "lan", "on foot");
    for (JournalRecord record : bench.journal.last(LotBench.STREAM, 1_000)) {
      String name = record.kind().name() + "-" + record.kind().version() + ".schema.json";
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(Files.readString(Path.of("../../config/schema/records", name)))
                  .validate(new ObjectMapper().readTree(Json.write(record.body()))))
          .as(name)
          .isEmpty();
    }
    assertThat(bench.park().view().inside()).isEqualTo(7);
    bench.start();
    assertThat(bench.park().view().inside()).as("the correction too").isEqualTo(7);
    assertThat(bench.park().view().leaks().getOrDefault(Leak.TAILGATE, 0L)).isZero();
    assertThat(bench.park().mayLeave("out-1", Asking.of(new Key(Key.Kind.TICKET, "t1"))).code())
        .isEqualTo(Word.NO_ENTRY);
  }
}

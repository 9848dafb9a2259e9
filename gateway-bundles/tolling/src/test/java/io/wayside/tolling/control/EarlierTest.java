// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.lane.RecentCharge;
import io.wayside.tolling.tag.TagNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierTest {

  @TempDir Path folder;

  private static Earlier read(LaneBench bench) throws Exception {
    return Earlier.read(
        bench.journal, LaneBench.ORIGIN.stream(), Duration.ofMinutes(3), bench.time.now().wall());
  }

  @Test
  void anEmptyJournalKnowsNothing() throws Exception {
    Earlier earlier = read(new LaneBench(folder));
    assertThat(earlier.open()).isEmpty();
    assertThat(earlier.recent()).isEmpty();
    assertThat(earlier.nextVehicle()).isOne();
  }

  @Test
  void whatPassedIsRecentWhatIsOwedIsOwedAndNumbersGoOn() throws Exception {
    LaneBench bench = new LaneBench(folder).start().pass(2_000);
    bench.arrives(KnownTags.ANNA).leaves().pass(3_000);
    bench.arrives(KnownTags.BAO);
    Earlier earlier = read(bench);
    assertThat(earlier.open())
        .singleElement()
        .satisfies(open -> assertThat(open.number()).isEqualTo(3));
    assertThat(earlier.recent())
        .extracting(RecentCharge::tag)
        .containsExactly(new TagNumber(KnownTags.ANNA, 96));
    assertThat(earlier.owed())
        .singleElement()
        .satisfies(owed -> assertThat(owed.minor()).isEqualTo(38_000));
    assertThat(earlier.nextVehicle()).isEqualTo(3);
    bench.leaves().pass(200_000);
    assertThat(read(bench).recent()).as("both long ago").isEmpty();
    assertThat(read(bench).owed()).hasSize(2);
  }

  @Test
  void theSameTagSoonAfterARestartIsForReview() throws Exception {
    LaneBench bench = new LaneBench(folder).start().pass(2_000);
    bench.arrives(KnownTags.ANNA).leaves().pass(3_000);
    bench.kill();
    bench.start().pass(2_000);
    bench.arrives(KnownTags.ANNA).leaves().pass(1_000);
    assertThat(bench.records("toll-passage"))
        .hasSize(2)
        .last()
        .satisfies(
            record ->
                assertThat(record.body().toString()).contains("possible-duplicate", "review"));
  }

  @Test
  void aVehicleThatWasRecoveredCountsAsWell() throws Exception {
    LaneBench bench = new LaneBench(folder).start().pass(2_000);
    bench.arrives(KnownTags.ANNA);
    bench.arming.is(false);
    bench.pass(300);
    bench.safety.is(true);
    bench.pass(100);
    bench.kill();
    bench.start().pass(500);
    bench.safety.is(false);
    bench.pass(1_000);
    assertThat(bench.only("toll-passage").text("payment")).hasValue("account");
    assertThat(read(bench).recent())
        .extracting(RecentCharge::tag)
        .containsExactly(new TagNumber(KnownTags.ANNA, 96));
    assertThat(read(bench).owed()).hasSize(1);
  }

  @Test
  void anOrderIsKeptAndADamagedOneClosesTheLane() throws Exception {
    Path file = folder.resolve("deep/lane.order");
    KeptOrder order = new KeptOrder(file);
    assertThat(order.last(LaneOrder.OPEN)).isEqualTo(LaneOrder.OPEN);
    for (LaneOrder each : LaneOrder.values()) {
      order.keep(each);
      assertThat(new KeptOrder(file).last(LaneOrder.OPEN)).isEqualTo(each);
    }
    Files.writeString(file, "dance");
    assertThat(order.last(LaneOrder.OPEN)).isEqualTo(LaneOrder.CLOSE);
  }

  @Test
  void delaysAreTold() {
    Delays delays = new Delays();
    assertThat(delays.quantileMs(0.5)).isNaN();
    for (int i = 1; i <= 10_000; i++) {
      delays.add(i * 1_000_000L);
    }
    assertThat(delays.quantileMs(0.5)).as("of the last 4,096").isEqualTo(7_952);
    assertThat(delays.quantileMs(0.99)).isEqualTo(9_960);
    assertThat(delays.quantileMs(1)).isEqualTo(10_000);
    delays.clear();
    assertThat(delays.quantileMs(0.5)).isNaN();
  }
}

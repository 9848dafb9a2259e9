// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.tolling.gate.GateRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The judge sees what it is there to see. */
class GateJudgeTest {

  private final GateJournal journal = new GateJournal(0, false);

  private void write(FieldsBuilder body) {
    var unused =
        journal.append(
            new Draft(
                "gate.g",
                GateRecords.TAP,
                Importance.MONEY,
                new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "boot", 1),
                new Provenance("rig", "0123456789abcdef", "none"),
                body.build()));
  }

  private void tap(long number, String token, long minor) {
    write(
        Value.Fields.with("tap", number)
            .and("event", "decided")
            .and("verdict", "allowed")
            .and("token", token)
            .and("fareMinor", minor));
  }

  private void ends(long number, String event) {
    write(Value.Fields.with("tap", number).and("event", event));
  }

  private List<String> wrong(Map<String, List<Long>> due) {
    return new GateJudge(journal.all()).against(due);
  }

  @Test
  void aJourneyChargedOnceIsRight() {
    tap(1, "a", 8_000);
    ends(1, "passed");
    assertThat(wrong(Map.of("a", List.of(8_000L)))).isEmpty();
  }

  @Test
  void whoOwesMoreThanHisJourneysIsSeen() {
    tap(1, "a", 8_000);
    ends(1, "passed");
    tap(2, "a", 8_000);
    ends(2, "passed");
    assertThat(wrong(Map.of("a", List.of(8_000L)))).singleElement().asString().contains("16000");
    assertThat(wrong(Map.of())).singleElement().asString().contains("never left");
  }

  @Test
  void whatLapsedOrWasNotSeenIsNotOwed() {
    tap(1, "a", 8_000);
    ends(1, "lapsed");
    tap(2, "a", 8_000);
    write(Value.Fields.with("tap", 2).and("event", "passed").and("unproven", true));
    GateJudge judge = new GateJudge(journal.all());
    assertThat(judge.against(Map.of("a", List.of(8_000L)))).isEmpty();
    assertThat(judge.less).isEqualTo(1);
  }

  @Test
  void aTapWithNoEndOrWithTwoOrDecidedTwiceIsSeen() {
    tap(1, "a", 0);
    tap(2, "b", 0);
    ends(2, "passed");
    ends(2, "lapsed");
    tap(2, "b", 0);
    ends(3, "passed");
    assertThat(wrong(Map.of()))
        .containsExactlyInAnyOrder(
            "tap 1 has 0 ends",
            "tap 2 has 2 ends",
            "tap 2 is decided on twice",
            "tap 3 ends and was not allowed");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.tolling.book.AgeLimits;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneState;
import io.wayside.tolling.lane.LaneTally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private LaneState state = LaneState.OPEN_IDLE;
  private List<LaneAct.Alarm> alarms = List.of();
  private List<String> outputs = List.of();
  private long floods;
  private boolean readerLost;
  private boolean plazaWhole = true;
  private RecordLine.State records = new RecordLine.State(0, 0, 0, "");
  private String radio = "";
  private boolean falls;
  private List<ListInForce> lists = List.of(list(60));
  private long dropped;

  private static ListInForce list(long ageS) {
    return new ListInForce("alpha", "accounts", 1, NOW.minusSeconds(ageS));
  }

  private String code() {
    LaneTally nothing = new LaneTally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    Health health =
        Condition.judge(
            new Condition.Situation(
                new LaneView(
                    state,
                    "ready",
                    0,
                    nothing,
                    0,
                    0,
                    alarms,
                    outputs,
                    floods,
                    0,
                    readerLost,
                    plazaWhole,
                    Optional.empty()),
                records,
                "reader-1",
                "l1, l3",
                radio,
                falls,
                lists,
                AgeLimits.USUAL,
                NOW,
                dropped),
            1_000);
    boolean ok = health.code().equals("ok");
    assertThat(health.status() == Health.Status.OK).isEqualTo(ok);
    return health.code();
  }

  /** Each trouble that comes takes the place of those that were there before. */
  @Test
  void theWorstIsSaidFirst() {
    assertThat(code()).isEqualTo("ok");
    dropped = 3;
    assertThat(code()).isEqualTo("sightings-dropped");
    plazaWhole = false;
    assertThat(code()).isEqualTo("lanes-silent");
    lists = List.of(list(60), list(1_000));
    assertThat(code()).isEqualTo("lists-late");
    lists = List.of(list(60), list(100_000));
    assertThat(code()).isEqualTo("lists-stale");
    lists = List.of();
    assertThat(code()).isEqualTo("lists-missing");
    falls = true;
    assertThat(code()).isEqualTo("barrier-falls");
    floods = 1;
    assertThat(code()).isEqualTo("changes-lost");
    radio = "refused";
    assertThat(code()).isEqualTo("radio-not-as-wished");
    readerLost = true;
    assertThat(code()).isEqualTo("reader-lost");
    state = LaneState.FAULT;
    assertThat(code()).isEqualTo("loop-unknown");
    alarms = List.of(new LaneAct.Alarm("barrier-not-open", true, "look at its drive"));
    assertThat(code()).isEqualTo("barrier-not-open");
    outputs = List.of("raise: broken");
    assertThat(code()).isEqualTo("output-lost");
    records = new RecordLine.State(3, 5, 0, "no space");
    assertThat(code()).isEqualTo("records-waiting");
    records = new RecordLine.State(0, 0, 1, "no space");
    assertThat(code()).isEqualTo("records-lost");
  }
}

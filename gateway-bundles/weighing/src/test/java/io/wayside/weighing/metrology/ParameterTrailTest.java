// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.metrology;

import static io.wayside.weighing.metrology.ParameterSetTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParameterTrailTest {

  private static final ParameterSet OLD = ParameterSet.of(json("{\"c\": 1.5, \"d\": 2}"));
  private static final ParameterSet NEW = ParameterSet.of(json("{\"c\": 1.6, \"d\": 2}"));

  private static JournalRecord recorded(Value.Fields body) {
    return new JournalRecord(
        new RecordId("gw", ParameterTrail.stream("lane-1"), 1),
        ParameterTrail.CHANGE,
        Importance.ENFORCEMENT,
        new Stamp(Instant.EPOCH, ClockQuality.synchronisedBy("ntp"), "boot", 0),
        new Provenance("0.1.0", "0", "none"),
        body,
        List.of(),
        "",
        "");
  }

  @Test
  void theFirstSetIsAnEventWithoutChanges() {
    Value.Fields first = ParameterTrail.change("lane-1", Optional.empty(), OLD, "soft");
    assertThat(first.get("hash")).isEqualTo(new Value.Text(OLD.hash()));
    assertThat(first.get("previous")).isEqualTo(Value.ABSENT);
    assertThat(first.get("changes")).isEqualTo(new Value.Many(List.of()));
    assertThat(ParameterTrail.holds(Optional.empty(), OLD)).isFalse();
    assertThat(ParameterTrail.holds(Optional.of(recorded(first)), OLD)).isTrue();
    assertThat(ParameterTrail.holds(Optional.of(recorded(first)), NEW)).isFalse();
  }

  @Test
  void aChangeTellsOldAndNewOfEachParameterAndTheWholeNewSet() {
    Value.Fields first = ParameterTrail.change("lane-1", Optional.empty(), OLD, "soft");
    Value.Fields second =
        ParameterTrail.change("lane-1", Optional.of(recorded(first)), NEW, "soft");
    assertThat(second.get("previous")).isEqualTo(new Value.Text(OLD.hash()));
    assertThat(second.get("document")).isEqualTo(NEW.document());
    assertThat(second.get("changeCount")).isEqualTo(new Value.Whole(1));
    assertThat(second.get("changes"))
        .isEqualTo(json("[{\"path\": \"/c\", \"before\": 1.5, \"after\": 1.6}]"));
  }
}

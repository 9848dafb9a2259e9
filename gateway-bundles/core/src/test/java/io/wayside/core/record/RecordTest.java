// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Value;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTest {

  private static final Provenance PROVENANCE = new Provenance("0.1.0", "0123456789abcdef", "none");
  private static final Stamp STAMP =
      new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "boot", 1);

  @Test
  void anIdReadsAsOnePath() {
    assertThat(new RecordId("gw-1", "weighing.lane-1", 7)).hasToString("gw-1/weighing.lane-1/7");
  }

  @Test
  void sequencesStartAtOne() {
    assertThatThrownBy(() -> new RecordId("gw-1", "a", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("starts at 1");
  }

  @Test
  void namesInAnIdAreChecked() {
    assertThatThrownBy(() -> new RecordId("GW", "a", 1)).hasMessageStartingWith("gateway \"GW\"");
    assertThatThrownBy(() -> new RecordId("gw", "a/b", 1)).hasMessageStartingWith("stream \"a/b\"");
  }

  @Test
  void aKindIsReadAsItIsPrinted() {
    assertThat(RecordKind.parse("weighing/12")).isEqualTo(new RecordKind("weighing", 12));
    assertThat(RecordKind.parse(new RecordKind("command-audit", 1).toString()))
        .isEqualTo(new RecordKind("command-audit", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "weighing",
        "weighing/",
        "/1",
        "weighing/0",
        "weighing/-1",
        "weighing/+1",
        "weighing/01",
        "weighing/x",
        "weighing/1/2",
        "Weighing/1",
        "weighing/99999999999",
        "weighing/١"
      })
  void aKindHasOneForm(String text) {
    assertThatThrownBy(() -> RecordKind.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void moneyAndEnforcementAreNeverDropped() {
    assertThat(Importance.values())
        .filteredOn(Importance::mayBeDropped)
        .containsExactly(Importance.ALARM, Importance.EVENT, Importance.TELEMETRY);
  }

  @Test
  void provenanceChangesCalibrationOnly() {
    assertThat(PROVENANCE.calibratedBy("cal-7"))
        .isEqualTo(new Provenance("0.1.0", "0123456789abcdef", "cal-7"));
  }

  @Test
  void aDraftDoesNotChangeAfterwards() {
    List<Blob> blobs = new ArrayList<>();
    Draft draft = draft("weighing.lane-1", blobs);
    blobs.add(new Blob("signal", "application/octet-stream", new byte[1]));

    assertThat(draft.blobs()).isEmpty();
  }

  @Test
  void aDraftNeedsAStreamName() {
    assertThatThrownBy(() -> draft("lane 1", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stream \"lane 1\"");
  }

  private static Draft draft(String stream, List<Blob> blobs) {
    return new Draft(
        stream,
        new RecordKind("weighing", 1),
        Importance.EVENT,
        STAMP,
        PROVENANCE,
        Value.Fields.with("a", 1).build(),
        blobs);
  }
}

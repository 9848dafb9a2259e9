// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.CommandResult.Failed;
import io.wayside.core.data.Cbor;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.Importance;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every command leaves one audit entry, whatever became of it. */
class CommandAuditTest {

  private final GateFixture gate = new GateFixture();

  @Test
  void saysWhoAskedForWhatWhyAndWhatBecameOfIt() {
    gate.submit(gate.commandBy("c-1", Set.of(Permission.MAINTAIN), Permission.MAINTAIN, "drift"));

    assertThat(Json.write(gate.lastAudit().body()))
        .isEqualTo(
            "{\"id\":\"c-1\",\"target\":\"weighing.lane-1\",\"verb\":\"maintain\","
                + "\"arguments\":{},\"actor\":\"linh\",\"face\":\"console\",\"reason\":\"drift\","
                + "\"expires\":\"2026-08-22T08:01:00Z\","
                + "\"outcome\":\"done\",\"code\":\"done\",\"message\":\"\",\"answer\":{\"handled\":1}}");
  }

  @Test
  void isAnEntryOfItsKindAtTheMomentOfReceipt() {
    gate.submit(gate.command("c-1"));

    assertThat(gate.lastAudit().kind()).hasToString("command-audit/1");
    assertThat(gate.lastAudit().stream()).isEqualTo("commands");
    assertThat(gate.lastAudit().occurred().wall()).isEqualTo(Instant.parse("2026-08-22T08:00:00Z"));
    assertThat(gate.lastAudit().provenance()).isEqualTo(GateFixture.PROVENANCE);
  }

  @Test
  void saysWhyACommandWasRefused() {
    gate.submit(gate.command("c-1", "weighing.lane-9", "look"));

    assertThat(gate.lastAudit().body().get("outcome")).isEqualTo(new Value.Text("refused"));
    assertThat(gate.lastAudit().body().get("code")).isEqualTo(new Value.Text("unknown-target"));
    assertThat(gate.lastAudit().importance()).isEqualTo(Importance.EVENT);
  }

  @Test
  void whatWasBegunIsNeverDropped() {
    gate.submit(gate.command("c-1"));
    assertThat(gate.lastAudit().importance().mayBeDropped()).isFalse();

    gate.handlerAnswers(new Failed("stuck", "half way"));
    gate.submit(gate.command("c-2"));
    assertThat(gate.lastAudit().importance().mayBeDropped()).isFalse();
    assertThat(gate.lastAudit().body().get("message")).isEqualTo(new Value.Text("half way"));
  }

  @Test
  void aRepetitionIsAnEntryOfItsOwn() {
    Command command = gate.command("c-1");
    gate.submit(command);
    gate.submit(command);

    assertThat(gate.audits()).hasSize(2);
    assertThat(gate.lastAudit().body().get("outcome")).isEqualTo(new Value.Text("repeated"));
    assertThat(gate.lastAudit().body().get("code")).isEqualTo(new Value.Text("done"));
    assertThat(gate.lastAudit().importance()).isEqualTo(Importance.EVENT);
  }

  @Test
  void holdsTextThatNoRecordCouldHold() {
    gate.submit(gate.command("c-\ud800", "x".repeat(5_000), "\udc00"));

    assertThat(gate.lastAudit().body().get("id")).isEqualTo(new Value.Text("c-?"));
    assertThat(gate.lastAudit().body().get("target"))
        .isEqualTo(new Value.Text("x".repeat(1_000) + "…"));
    assertThat(Cbor.encode(gate.lastAudit().body())).hasSizeLessThan(3_000);
  }
}

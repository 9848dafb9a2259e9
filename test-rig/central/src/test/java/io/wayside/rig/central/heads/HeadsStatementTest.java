// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordKind;
import io.wayside.rig.central.HeadsSigner;
import io.wayside.rig.central.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadsStatementTest {

  private final List<JournalRecord> records = new ArrayList<>();

  HeadsStatementTest() {
    records.addAll(Samples.chain("gw-1", "weighing.lane-1", 300));
    records.addAll(Samples.chain("gw-1", "alarms", 2));
  }

  @Test
  void aSignatureByEitherAlgorithmHolds() throws Exception {
    for (HeadsSigner signer :
        List.of(new HeadsSigner(), new HeadsSigner("EC", "SHA256withECDSA"))) {
      HeadsStatement statement =
          HeadsStatement.in(signer.statement("gw-1", 70_000, Samples.ORIGIN, records));
      assertThat(statement.key()).isEqualTo(signer.key());
      assertThat(statement.batch()).isEqualTo(70_000);
      assertThat(statement.heads())
          .containsExactly(
              new HeadsStatement.Head("alarms", 2, records.get(301).hash()),
              new HeadsStatement.Head("weighing.lane-1", 300, records.get(299).hash()));
    }
  }

  @Test
  void theOrderInWhichHeadsAreStatedDoesNotMatter() throws Exception {
    JournalRecord good = new HeadsSigner().statement("gw-1", 1, Samples.ORIGIN, records);
    List<Value> heads = new ArrayList<>(((Value.Many) good.body().get("heads")).values());
    java.util.Collections.reverse(heads);
    HeadsStatement.in(with(good, "heads", new Value.Many(heads)));
  }

  @Test
  void whateverIsChangedTheSignatureDoesNotHold() throws Exception {
    HeadsSigner signer = new HeadsSigner();
    JournalRecord good = signer.statement("gw-1", 1, Samples.ORIGIN, records);
    List<JournalRecord> changed =
        List.of(
            signer.forged("gw-1", 1, records),
            with(good, "batch", new Value.Whole(2)),
            with(good, "written", new Value.Text("2026-11-21T05:00:02Z")),
            with(good, "heads", new Value.Many(List.of())),
            Samples.record("gw-2", "journal", 1, Samples.ORIGIN, good.kind(), good.body()));
    for (JournalRecord each : changed) {
      assertThatThrownBy(() -> HeadsStatement.in(each))
          .isInstanceOf(GarbledData.class)
          .hasMessageContaining("signature does not hold");
      assertThat(HeadsStatement.keyOf(each)).isEmpty();
    }
  }

  @Test
  void aKeyUnderAnothersIdIsRefused() throws Exception {
    JournalRecord good = new HeadsSigner().statement("gw-1", 1, Samples.ORIGIN, records);
    JournalRecord wrong = with(good, "key", new Value.Text("0".repeat(16)));
    assertThatThrownBy(() -> HeadsStatement.in(wrong)).hasMessageContaining("key id");
  }

  @Test
  void anythingElseInABodyIsRefusedAndNothingElseIsThrown() throws Exception {
    JournalRecord good = new HeadsSigner().statement("gw-1", 1, Samples.ORIGIN, records);
    String text = Json.write(good.body());
    Random random = new Random(4);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      StringBuilder mutated = new StringBuilder(text);
      for (int n = random.nextInt(3); n >= 0; n--) {
        mutated.setCharAt(random.nextInt(mutated.length()), (char) (32 + random.nextInt(95)));
      }
      try {
        if (Json.read(mutated.toString()).root() instanceof Value.Fields body) {
          HeadsStatement.in(
              Samples.record("gw-1", "journal", 1, Samples.ORIGIN, good.kind(), body));
        }
      } catch (GarbledData expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(2_900);
    for (String name : List.of("batch", "written", "algorithm", "public", "heads", "signature")) {
      for (Value other : List.of(Value.ABSENT, new Value.Text("?"), new Value.Many(List.of()))) {
        assertThatThrownBy(() -> HeadsStatement.in(with(good, name, other)))
            .isInstanceOf(GarbledData.class);
      }
    }
  }

  private static JournalRecord with(JournalRecord record, String name, Value value) {
    Map<String, Value> body = new LinkedHashMap<>(record.body().values());
    body.put(name, value);
    return Samples.record(
        record.id().gateway(),
        "journal",
        record.id().sequence(),
        Samples.ORIGIN,
        new RecordKind("journal-heads", 1),
        new Value.Fields(body));
  }
}

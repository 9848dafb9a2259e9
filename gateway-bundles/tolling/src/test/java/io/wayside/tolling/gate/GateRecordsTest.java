// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a gate writes fits its schema and tells the whole tap. */
class GateRecordsTest {

  private static final Path CONFIG = Path.of("../../config");
  private static final Stamp AT =
      new Stamp(AdmissionTest.MORNING, ClockQuality.synchronisedBy("ntp"), "boot-1", 5);
  private static final Provenance BY = new Provenance("0.1.0", "0123456789abcdef", "none");

  private final GateRecords records = new GateRecords("g-3", AdmissionTest.fares());

  private static Set<ValidationMessage> faults(String schema, String json) throws Exception {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(CONFIG.resolve("schema").resolve(schema)))
        .validate(new ObjectMapper().readTree(json));
  }

  private List<Draft> drafts() {
    TokenBook book =
        token -> new TokenFinding(token.equals("bad"), "deny", 7, AdmissionTest.MORNING);
    TapRules rules =
        new TapRules(Duration.ofSeconds(20), Duration.ofMinutes(5), Duration.ofHours(3), true);
    Journeys journeys = new Journeys(10, rules.blocking());
    Admission admission = new Admission(book, AdmissionTest.fares(), rules, journeys);
    Gate gate = new Bench().ready().gate;
    Journey word = new Journey(Way.IN, "st-1", TapTime.told(AdmissionTest.MORNING), Proof.TOLD);
    Tap in = AdmissionTest.tap(1, "card", Way.IN, "st-1", 0);
    Tap out =
        new Tap(
            2,
            "card",
            "st-3",
            Way.OUT,
            TapTime.told(AdmissionTest.MORNING.plusSeconds(900)),
            Optional.of(word));
    Tap bad = AdmissionTest.tap(3, "bad", Way.OUT, "st-3", 0);
    TapDecision cameIn = admission.decide(in, gate);
    journeys.passed(1);
    return List.of(
        records.decided(cameIn, 310, AT, BY),
        records.passed(in, AT, BY),
        records.decided(admission.decide(out, gate), 280, AT, BY),
        records.lapsed(out, AT, BY),
        records.decided(admission.decide(bad, gate), 90, AT, BY),
        records.unproven(in, AT, BY),
        records.unproven(out, AT, BY));
  }

  @Test
  void everyRecordFitsItsSchema() throws Exception {
    for (Draft draft : drafts()) {
      assertThat(faults("records/gate-tap-1.schema.json", Json.write(draft.body()))).isEmpty();
      assertThat(draft.importance()).isEqualTo(Importance.MONEY);
      assertThat(draft.stream()).isEqualTo("gate.g-3");
    }
  }

  @Test
  void theSchemaSeesAWrongField() throws Exception {
    for (Draft draft : drafts()) {
      for (String name : draft.body().values().keySet()) {
        Map<String, Value> wrong = new TreeMap<>(draft.body().values());
        wrong.put(name, new Value.Truth(!name.equals("unproven")));
        String json = Json.write(new Value.Fields(wrong));
        assertThat(faults("records/gate-tap-1.schema.json", json)).as(name).isNotEmpty();
      }
    }
  }

  @Test
  void aTapOutTellsItsJourney() {
    Value.Fields body = drafts().get(2).body();
    assertThat(body.get("from")).isEqualTo(new Value.Text("st-1"));
    assertThat(body.get("fareMinor")).isEqualTo(new Value.Whole(10_000));
    assertThat(body.get("told"))
        .isEqualTo(
            Value.Fields.with("way", "in")
                .and("station", "st-1")
                .and("at", AdmissionTest.MORNING.toString())
                .build());
    assertThat(body.get("fares")).isEqualTo(new Value.Text("zones-example/1"));
  }

  @Test
  void whatNobodySawTakesNoFare() {
    assertThat(drafts().get(5).body().get("event")).isEqualTo(new Value.Text("passed"));
    assertThat(drafts().get(6).body().get("event")).isEqualTo(new Value.Text("lapsed"));
    assertThat(drafts().subList(5, 7))
        .allMatch(draft -> draft.body().get("unproven").equals(new Value.Truth(true)));
  }

  @Test
  void theFaresThatShipFitTheirSchema() throws Exception {
    assertThat(faults("zone-fares.schema.json", AdmissionTest.faresText())).isEmpty();
    String wrong = AdmissionTest.faresText().replace("\"amount\": 8000", "\"price\": 8000");
    assertThat(faults("zone-fares.schema.json", wrong)).isNotEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.data.Wording;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.water.LanternOrder;
import io.wayside.waterway.aid.Duty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written of orders fits its schema, and rules that ship fit theirs. */
class OrderRecordsTest {

  private static final Path CONFIG = Path.of("../../config").toAbsolutePath().normalize();

  private static Set<ValidationMessage> faults(String schema, String json) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(CONFIG.resolve("schema").resolve(schema)))
        .validate(json, InputFormat.JSON);
  }

  @Test
  void everyStepFitsItsSchemaAndIsNeverDropped() throws Exception {
    Bench bench = new Bench();
    bench.restarted().settle();
    bench.rule =
        Optional.of(
            new Standing(
                "high-water",
                new LanternOrder.Shine(),
                Shows.of(Duty.Mode.SHINE),
                new Wording("nước cao", "high water")));
    bench.pass(1);
    bench.order(Verb.DARK, 600);
    bench.pass(200);
    bench.order(Verb.CHANGE_CHARACTER, Value.Fields.with("character", "Q R").build());
    bench.desk.confirm(
        bench.command(
            "confirm", "lan", Value.Fields.with("of", "o-2").and("character", "Q R").build()));
    bench.pass(200);
    bench.restarted();

    assertThat(bench.journal.records()).hasSizeGreaterThan(8);
    for (JournalRecord record : bench.journal.records()) {
      assertThat(record.importance()).isEqualTo(Importance.ENFORCEMENT);
      assertThat(record.id().stream()).isEqualTo("waterway-orders.buoy-7");
      String json = Json.write(record.body());
      assertThat(faults("records/aid-order-1.schema.json", json)).as(json).isEmpty();
    }
  }

  @Test
  void schemaSeesAWrongField() throws Exception {
    Bench bench = new Bench();
    bench.restarted().settle();
    bench.order(Verb.DARK, 600);
    String json = Json.write(bench.journal.records().get(0).body());

    assertThat(faults("records/aid-order-1.schema.json", json.replace("accepted", "begun")))
        .isNotEmpty();
    assertThat(faults("records/aid-order-1.schema.json", json.replace("\"leaseS\"", "\"lease\"")))
        .isNotEmpty();
  }

  @Test
  void rulesThatShipFitTheirSchema() throws Exception {
    String rules = Files.readString(CONFIG.resolve("water/bridge-span-example.json"));

    assertThat(faults("water-rules.schema.json", rules)).isEmpty();
    assertThat(faults("water-rules.schema.json", rules.replace("staleAfterS", "staleS")))
        .isNotEmpty();
  }
}

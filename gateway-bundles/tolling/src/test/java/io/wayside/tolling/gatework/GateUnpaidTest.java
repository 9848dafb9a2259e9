// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets by without a tap is on record, with what the beams said. */
class GateUnpaidTest {

  private static final String TOKEN = "00112233445566778899";
  private static final Path SCHEMA =
      Path.of("../../config/schema/records/gate-unpaid-1.schema.json");

  @TempDir Path folder;
  private GateBench bench;

  @BeforeEach
  void begin() throws Exception {
    bench = new GateBench(folder);
  }

  private Value.Fields only() throws Exception {
    assertThat(bench.unpaid()).hasSize(1);
    Value.Fields body = bench.unpaid().get(0);
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(SCHEMA))
                .validate(new ObjectMapper().readTree(Json.write(body))))
        .isEmpty();
    return body;
  }

  /** Comes between the flaps while the one who paid is still going. */
  private void followsIn() {
    bench.freeSide.is(true);
    bench.safety.is(true);
    bench.pass(100);
    bench.freeSide.is(false);
    bench.paidSide.is(true);
    bench.pass(100);
    bench.safety.is(false);
    bench.freeSide.is(true);
    bench.pass(50);
    bench.safety.is(true);
    bench.pass(300);
    bench.freeSide.is(false);
    bench.safety.is(false);
    bench.pass(200);
    bench.paidSide.is(false);
    bench.pass(200);
  }

  @Test
  void whoWalksBehindAnotherIsOnRecordWithTheTapBeforeHim() throws Exception {
    bench.tap("in," + TOKEN);
    bench.pass(50);
    followsIn();
    Value.Fields body = only();
    assertThat(GateBench.text(body, "event")).isEqualTo("tailgate");
    assertThat(GateBench.text(body, "way")).isEqualTo("in");
    assertThat(body.get("behind")).isEqualTo(bench.decided().get("tap"));
    assertThat(body.get("seen")).isEqualTo(new Value.Truth(true));
    assertThat(bench.events()).containsExactly("decided allowed", "passed");
    assertThat(bench.owed(TOKEN)).isEqualTo(bench.fare());
  }

  @Test
  void theBeamsTellHowItWent() throws Exception {
    bench.tap("in," + TOKEN);
    bench.pass(50);
    followsIn();
    Value.Many beams = (Value.Many) only().get("beams");
    assertThat(beams.values().stream().map(GateUnpaidTest::words))
        .endsWith(
            "free-side true",
            "safety true",
            "free-side false",
            "paid-side true",
            "safety false",
            "free-side true",
            "safety true",
            "free-side false",
            "safety false");
    double sinceS = number(only(), "sinceS");
    assertThat(sinceS).isBetween(-0.5, -0.25);
    double before = Double.NEGATIVE_INFINITY;
    for (Value each : beams.values()) {
      double at = number((Value.Fields) each, "atS");
      assertThat(at).isBetween(before, 0.0);
      before = at;
    }
  }

  private static String words(Value change) {
    Value.Fields fields = (Value.Fields) change;
    return GateBench.text(fields, "zone")
        + " "
        + fields.get("occupied").equals(new Value.Truth(true));
  }

  private static double number(Value.Fields body, String name) {
    Value value = body.get(name);
    return value instanceof Value.Whole whole ? whole.value() : ((Value.Real) value).value();
  }

  @Test
  void whoClimbsThroughShutFlapsFollowsNobody() throws Exception {
    bench.pass(20_000);
    bench.walksOut();
    Value.Fields body = only();
    assertThat(GateBench.text(body, "event")).isEqualTo("intrusion");
    assertThat(GateBench.text(body, "way")).isEqualTo("out");
    assertThat(body.get("behind")).isEqualTo(Value.ABSENT);
    assertThat(bench.events()).isEmpty();
  }

  /** He comes out against the one who has just gone in. */
  @Test
  void whoComesTheOtherWayFollowsNobody() throws Exception {
    bench.tap("in," + TOKEN);
    bench.pass(50);
    bench.walksIn();
    bench.pass(1_000);
    bench.walksOut();
    Value.Fields body = only();
    assertThat(GateBench.text(body, "way")).isEqualTo("out");
    assertThat(body.get("behind")).isEqualTo(Value.ABSENT);
  }

  /** Between him and the one he follows somebody else has paid and gone the other way. */
  @Test
  void whoIsMetByAnotherStillFollowsHisOwn() throws Exception {
    bench.tap("in," + TOKEN);
    bench.pass(50);
    bench.walksIn();
    Value first = bench.decided().get("tap");
    bench.tap("out,ffeeddccbbaa99887766");
    bench.pass(50);
    bench.walksOut();
    bench.walksIn();
    Value.Fields body = only();
    assertThat(GateBench.text(body, "way")).isEqualTo("in");
    assertThat(body.get("behind")).isEqualTo(first);
  }

  @Test
  void whoGoesBackOrWalksThroughInAFireIsNot() {
    bench.freeSide.is(true);
    bench.pass(200);
    bench.safety.is(true);
    bench.pass(200);
    bench.safety.is(false);
    bench.pass(200);
    bench.freeSide.is(false);
    bench.fire.is(true);
    bench.pass(200);
    bench.walksOut();
    bench.walksIn();
    assertThat(bench.unpaid()).isEmpty();
  }

  @Test
  void aRestartCountsItAmongNoTaps() throws Exception {
    bench.pass(20_000);
    bench.walksOut();
    bench.restart();
    assertThat(bench.gate.health().code()).isEqualTo("ok");
    bench.tap("in," + TOKEN);
    bench.pass(50);
    bench.walksIn();
    assertThat(bench.decided().get("tap")).isEqualTo(new Value.Whole(1));
    assertThat(bench.unpaid()).hasSize(1);
  }
}

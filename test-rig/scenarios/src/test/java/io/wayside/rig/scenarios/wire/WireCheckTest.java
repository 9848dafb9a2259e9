// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.alarm.Alarm;
import io.wayside.core.data.Cbor;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.record.RecordContent;
import io.wayside.journal.record.RecordEnvelope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WireCheckTest {

  private static final String TOPIC = "way/v1/demo/gw-1/alarm/alarms";
  private static final String BATCH = "way/v1/demo/gw-1/batch";
  private static final Value.Fields BODY =
      new Alarm(
              "device.scale-1",
              "link-down",
              Alarm.Severity.MAJOR,
              Alarm.Change.RAISED,
              "plug it in")
          .toValue();

  private final WireCheck check = in();

  private static WireCheck in() {
    try {
      return WireCheck.in(Repository.ROOT);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Value.Fields record(RecordKind kind, Value.Fields body) {
    RecordContent content =
        new RecordContent(
            new RecordId("gw-1", "alarms", 1),
            kind,
            Importance.ALARM,
            new Stamp(
                Instant.parse("2026-11-21T05:00:00.123456789Z"),
                ClockQuality.unsynchronised(),
                "boot-1",
                5),
            new Provenance("0.1.0", "0123456789abcdef", "none"),
            body,
            List.of());
    byte[] hash = Chain.hash(Chain.origin(), RecordCodec.encode(content));
    return RecordEnvelope.toValue(content.chained(Chain.hex(Chain.origin()), Chain.hex(hash)));
  }

  private static Value.Fields with(Value.Fields fields, String name, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(fields.values());
    changed.put(name, value);
    return new Value.Fields(changed);
  }

  private static byte[] json(Value value) {
    return Json.write(value).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatAGatewaySendsIsInOrderAsJsonAndAsCbor() {
    Value.Fields record = record(Alarm.KIND, BODY);
    assertThat(check.problems(TOPIC, json(record))).isEmpty();
    assertThat(check.problems(TOPIC, Cbor.encode(record))).isEmpty();
    Value.Fields will =
        Value.Fields.with("online", false)
            .and("gateway", "gw-1")
            .and("tenant", "demo")
            .and("reason", "connection-lost")
            .build();
    assertThat(check.problems("way/v1/demo/gw-1/status", json(will))).isEmpty();
    assertThat(check.problems("way/v1/demo/gw-1/status", Cbor.encode(will))).isEmpty();
  }

  private static Value.Fields batch(Value... records) {
    return Value.Fields.with("v", 1).and("records", List.of(records)).build();
  }

  private static byte[] zipped(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    }
    return out.toByteArray();
  }

  @Test
  void aBatchIsInOrderWhenItsRecordsAre() throws IOException {
    Value.Fields record = record(Alarm.KIND, BODY);
    for (byte[] plain : List.of(json(batch(record, record)), Cbor.encode(batch(record, record)))) {
      assertThat(check.problems(BATCH, plain)).isEmpty();
      assertThat(check.problems(BATCH, zipped(plain))).isEmpty();
    }
  }

  @Test
  void whatIsWrongWithARecordOfABatchIsToldWithItsPlace() throws IOException {
    Value.Fields record = record(Alarm.KIND, BODY);
    Value.Fields bad = with(BODY, "severity", new Value.Text("dreadful"));
    assertThat(check.problems(BATCH, json(batch(record, record(Alarm.KIND, bad)))))
        .singleElement()
        .asString()
        .contains("/records/1/body/severity");
    assertThat(check.problems(BATCH, json(batch(with(record, "sequence", new Value.Whole(2))))))
        .singleElement()
        .asString()
        .contains("/records/0/hash");
    assertThat(check.problems("way/v1/demo/gw-2/batch", json(batch(record))))
        .singleElement()
        .asString()
        .contains("/records/0/gateway");
    assertThat(check.problems(BATCH, json(batch(record(new RecordKind("unheard", 1), BODY)))))
        .singleElement()
        .asString()
        .contains("unheard");
    assertThat(check.problems(BATCH, json(batch(with(record, "stream", new Value.Whole(1))))))
        .isNotEmpty();
  }

  @Test
  void whatIsNoBatchIsToldAndNothingElseIsCompressed() throws IOException {
    assertThat(check.problems(BATCH, json(batch()))).isNotEmpty();
    assertThat(check.problems(BATCH, json(BODY))).isNotEmpty();
    assertThat(check.problems(TOPIC, zipped(json(record(Alarm.KIND, BODY)))))
        .singleElement()
        .asString()
        .contains("only batches");
    assertThat(check.problems(BATCH, new byte[] {0x1f, (byte) 0x8b, 0})).isNotEmpty();
  }

  @Test
  void aTopicWithoutAChannelIsNamed() {
    for (String topic :
        List.of("other", "way/v1/demo/gw-1", TOPIC + "/x", "way/v1/demo/GW/status", "/" + TOPIC)) {
      assertThat(check.problems(topic, json(record(Alarm.KIND, BODY))))
          .singleElement()
          .asString()
          .contains(topic)
          .contains("no channel");
    }
  }

  @Test
  void anUnknownKindAndOneOnAnothersTopicAreNamed() {
    assertThat(check.problems(TOPIC, json(record(new RecordKind("alarm", 2), BODY))))
        .singleElement()
        .asString()
        .contains("alarm/2");
    assertThat(check.problems(TOPIC, json(record(new RecordKind("weighing", 1), BODY))))
        .singleElement()
        .asString()
        .contains("weighing/1");
  }

  @Test
  void aViolationIsToldWithItsPointer() {
    Value.Fields bad = with(BODY, "severity", new Value.Text("dreadful"));
    assertThat(check.problems(TOPIC, json(record(Alarm.KIND, bad))))
        .singleElement()
        .asString()
        .contains("/body/severity");
    Value.Fields envelope = with(record(Alarm.KIND, BODY), "importance", new Value.Text("none"));
    assertThat(check.problems(TOPIC, json(envelope)))
        .anyMatch(problem -> problem.contains("/importance"));
  }

  @Test
  void aRecordThatIsNotTheTopicsOrWasChangedIsTold() {
    assertThat(check.problems("way/v1/demo/gw-2/alarm/alarms", json(record(Alarm.KIND, BODY))))
        .singleElement()
        .asString()
        .contains("/gateway")
        .contains("gw-2");
    Value.Fields changed =
        with(
            record(Alarm.KIND, BODY), "body", with(BODY, "message", new Value.Text("all is well")));
    assertThat(check.problems(TOPIC, json(changed))).singleElement().asString().contains("/hash");
  }

  @Test
  void aStatusThatSaysTooLittleOrOfAnotherIsTold() {
    Value.Fields silent =
        Value.Fields.with("online", true).and("gateway", "gw-1").and("tenant", "demo").build();
    assertThat(check.problems("way/v1/demo/gw-1/status", json(silent)))
        .hasSize(4)
        .allMatch(problem -> problem.contains("required"));
    Value.Fields other =
        Value.Fields.with("online", false)
            .and("gateway", "gw-1")
            .and("tenant", "acme")
            .and("reason", "stopped")
            .build();
    assertThat(check.problems("way/v1/demo/gw-1/status", json(other)))
        .singleElement()
        .asString()
        .contains("/tenant");
  }

  @Test
  void commandsSignedOrNotAndTheirResultsHaveChannels() {
    Value.Fields signed =
        Value.Fields.with("key", "centre").and("command", "{}").and("signature", "c2ln").build();
    assertThat(check.problems("way/v1/demo/gw-1/command", json(signed))).isEmpty();
    assertThat(check.problems("way/v1/demo/gw-1/command", json(BODY))).isNotEmpty();
    assertThat(check.problems("way/v1/demo/gw-1/command-result", json(BODY))).isNotEmpty();
  }

  @Test
  void whateverComesGivesAProblemAndNoException() {
    byte[] sample = json(record(Alarm.KIND, BODY));
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      byte[] bytes = sample.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      assertThat(check.problems(TOPIC, cut)).isNotEmpty();
      assertThat(check.problems(TOPIC, bytes)).isNotNull();
    }
    assertThat(check.problems(TOPIC, new byte[0])).isNotEmpty();
  }

  @Test
  void whateverComesAsABatchGivesNoException() throws IOException {
    Value.Fields record = record(Alarm.KIND, BODY);
    Random random = new Random(8);
    for (byte[] sample :
        List.of(
            json(batch(record, record)),
            Cbor.encode(batch(record, record)),
            zipped(json(batch(record, record))))) {
      for (int i = 0; i < 1000; i++) {
        byte[] bytes = sample.clone();
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        assertThat(check.problems(BATCH, bytes)).isNotNull();
        byte[] cut = Arrays.copyOf(sample, random.nextInt(sample.length - 8));
        assertThat(check.problems(BATCH, cut)).isNotEmpty();
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.rig.central.Samples;
import io.wayside.rig.central.store.Message;
import io.wayside.rig.central.store.StreamKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the form, the same record comes out, and the store keeps it as JSON. */
class FormsOfMessagesTest {

  private static final String SINGLE = "way/v1/test/gw-1/weighing/weighing.lane-1";
  private static final String BATCH = "way/v1/test/gw-1/batch";
  private static final String KURA = "test/gw-1/WAYSIDE-V1/weighing/weighing.lane-1";

  private final Reading reading = new Reading(new Topics("test", true));
  private final JournalRecord record =
      Samples.record(
          "gw-1",
          "weighing.lane-1",
          1,
          Samples.ORIGIN,
          Value.Fields.with("kg", 12.0).and("axles", 12).and("word", "é\u0001").build());
  private final List<JournalRecord> several = new ArrayList<>();

  FormsOfMessagesTest() {
    several.add(record);
    several.addAll(Samples.chain("gw-1", "alarms", 3));
  }

  private List<Message> read(String topic, byte[] payload) {
    return reading.records(topic, payload, Samples.NOON);
  }

  /** What the store keeps is JSON, and its hash holds again. */
  private static List<JournalRecord> records(List<Message> messages) {
    List<JournalRecord> records = new ArrayList<>();
    for (Message message : messages) {
      Message.Sound sound = (Message.Sound) message;
      try {
        JournalRecord kept = RecordEnvelope.fromValue(Json.read(sound.payload()).root());
        assertThat(kept).isEqualTo(sound.record());
        assertThat(RecordEnvelope.hashHolds(kept)).isTrue();
        records.add(kept);
      } catch (GarbledData garbled) {
        throw new AssertionError(garbled);
      }
    }
    return records;
  }

  private String refusal(String topic, byte[] payload) {
    List<Message> messages = read(topic, payload);
    assertThat(messages).hasSize(1).allMatch(Message.Unsound.class::isInstance);
    return ((Message.Unsound) messages.get(0)).reason();
  }

  @Test
  void cborIsTakenOnTheSameTopicAsJson() {
    assertThat(records(read(SINGLE, Forms.cbor(record)))).containsExactly(record);
  }

  @Test
  void aBatchIsTakenPlainOrGzippedInJsonOrCbor() {
    for (byte[] plain : List.of(Forms.batch(several), Forms.cborBatch(several))) {
      assertThat(records(read(BATCH, plain))).isEqualTo(several);
      assertThat(records(read(BATCH, Forms.gzip(plain)))).isEqualTo(several);
    }
    assertThat(read(BATCH, Forms.batch(List.of()))).isEmpty();
  }

  @Test
  void oneBadEnvelopeOfABatchDoesNotSpoilTheOthers() {
    List<String> envelopes = new ArrayList<>(several.stream().map(Samples::json).toList());
    envelopes.set(2, envelopes.get(2).replace("grossKg\":18002.5", "grossKg\":1.5"));
    envelopes.add("17");
    envelopes.add(Samples.json(Samples.chain("gw-2", "alarms", 1).get(0)));
    List<Message> messages = read(BATCH, Forms.batchOf(envelopes));
    assertThat(messages.subList(0, 2)).isEqualTo(Samples.sound(several.subList(0, 2)));
    assertThat(messages.get(3)).isEqualTo(Samples.sound(several.get(3)));
    assertThat(List.of(messages.get(2), messages.get(4), messages.get(5)))
        .extracting(message -> ((Message.Unsound) message).claimed())
        .containsExactly(
            new StreamKey("gw-1", "alarms"), StreamKey.UNKNOWN, new StreamKey("gw-1", "alarms"));
    assertThat(((Message.Unsound) messages.get(2)).reason()).contains("hash");
    assertThat(((Message.Unsound) messages.get(5)).reason()).contains("topic");
  }

  @Test
  void aNumberKeepsItsFormThroughABatch() {
    String changed = Samples.json(record).replace("12.0", "12");
    assertThat(refusal(BATCH, Forms.batchOf(List.of(changed)))).contains("hash");
  }

  @Test
  void whatIsNoBatchIsRefusedAsAWhole() {
    for (String text : List.of("[]", "{\"v\":2,\"records\":[]}", "{\"v\":1}", "{\"records\":[]}")) {
      assertThat(refusal(BATCH, text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
          .contains("\"records\"");
    }
    assertThat(refusal(SINGLE, Forms.batch(several))).contains("record");
  }

  @Test
  void aBatchThatInflatesWithoutEndIsRefusedBeforeItFillsTheMemory() {
    byte[] bomb = Forms.gzip(new byte[64 << 20]);
    assertThat(bomb.length).isLessThan(100_000);
    assertThat(refusal(BATCH, bomb)).contains("inflated");
    assertThat(refusal(KURA, bomb)).contains("inflated");
    byte[] cut = java.util.Arrays.copyOf(Forms.gzip(Forms.batch(several)), 60);
    assertThat(refusal(BATCH, cut)).contains("gzip");
  }

  @Test
  void theBodyOfAKuraMessageIsTheRecord() {
    assertThat(read(KURA, Forms.kura(record))).containsExactly(Samples.sound(record));
    assertThat(read(KURA, Forms.kuraPlain(record))).containsExactly(Samples.sound(record));
    assertThat(read(KURA, Forms.gzip(Forms.kuraPlain(record))))
        .containsExactly(Samples.sound(record));
  }

  @Test
  void aKuraMessageOfAnothersClientOrWithoutABodyIsRefused() {
    assertThat(refusal(KURA.replace("gw-1", "gw-2"), Forms.kura(record))).contains("topic");
    assertThat(refusal(KURA, new byte[0])).contains("no body");
    assertThat(refusal(KURA, new byte[] {(byte) 0xff})).contains("number without an end");
    assertThat(refusal(KURA, new byte[] {0x0a, 0x7f})).contains("longer than the message");
    assertThat(refusal(KURA, new byte[] {0x0b})).contains("type");
  }

  @Test
  void aGatewayWithDotsInItsIdIsKnownByItsHyphens() {
    JournalRecord dotted = Samples.chain("hp.km12", "s", 1).get(0);
    String topic = "test/hp-km12/WAYSIDE-V1/weighing/s";
    assertThat(read(topic, Forms.kura(dotted))).containsExactly(Samples.sound(dotted));
  }

  @Test
  void reasonsAndTopicsAreKeptWithoutControlCharacters() {
    Message.Unsound refused =
        (Message.Unsound) read("way/v1/test/\u0000/\uD800x", new byte[] {'"', 0, '"'}).get(0);
    assertThat(refused.topic()).isEqualTo("way/v1/test/?/?x");
    assertThat(refused.reason()).doesNotContain("\u0000");
  }

  @Test
  void aStatusInCborIsReadAndToldItsUplink() throws Exception {
    Value status =
        Value.Fields.with("online", true).and("gateway", "gw-1").and("uplink", "north").build();
    byte[] payload = io.wayside.core.data.Cbor.encode(status);
    assertThat(reading.status("gw-1", payload, Samples.NOON))
        .isEqualTo(new GatewayState("gw-1", true, "", "", "north", Samples.NOON));
    assertThatThrownBy(() -> reading.status("gw-1", new byte[2 << 20], Samples.NOON))
        .hasMessageContaining("bytes");
  }
}

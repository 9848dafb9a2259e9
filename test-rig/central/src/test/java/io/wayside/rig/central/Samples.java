// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.record.RecordContent;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.rig.central.store.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records as a gateway would send them, chained. */
public final class Samples {

  public static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
  public static final String ORIGIN = "0".repeat(64);

  private Samples() {}

  /** Numbers 1 to {@code count} of a stream. */
  public static List<JournalRecord> chain(String gateway, String stream, int count) {
    List<JournalRecord> records = new ArrayList<>();
    String previous = ORIGIN;
    for (int number = 1; number <= count; number++) {
      JournalRecord record = record(gateway, stream, number, previous, body(number));
      records.add(record);
      previous = record.hash();
    }
    return records;
  }

  public static Value.Fields body(int number) {
    return Value.Fields.with("vehicle", number).and("grossKg", 18_000.5 + number).build();
  }

  public static JournalRecord record(
      String gateway, String stream, long number, String previous, Value.Fields body) {
    return record(gateway, stream, number, previous, new RecordKind("weighing", 1), body);
  }

  public static JournalRecord record(
      String gateway,
      String stream,
      long number,
      String previous,
      RecordKind kind,
      Value.Fields body) {
    RecordContent content =
        new RecordContent(
            new RecordId(gateway, stream, number),
            kind,
            Importance.ENFORCEMENT,
            new Stamp(
                NOON.plusSeconds(number), ClockQuality.synchronisedBy("ntp"), "boot-1", number * 7),
            new Provenance("0.1.0", "9f2c000000000000", "none"),
            body,
            List.of());
    try {
      byte[] hash = Chain.hash(Chain.fromHex(previous), RecordCodec.encode(content));
      return content.chained(previous, Chain.hex(hash));
    } catch (GarbledData badSample) {
      throw new AssertionError(badSample);
    }
  }

  public static String json(JournalRecord record) {
    return Json.write(RecordEnvelope.toValue(record));
  }

  public static byte[] payload(JournalRecord record) {
    return json(record).getBytes(StandardCharsets.UTF_8);
  }

  public static String topic(JournalRecord record) {
    return "way/v1/test/"
        + record.id().gateway()
        + "/"
        + record.kind().name()
        + "/"
        + record.id().stream();
  }

  public static Message sound(JournalRecord record) {
    return new Message.Sound(record, json(record), NOON);
  }

  public static List<Message> sound(List<JournalRecord> records) {
    return records.stream().map(Samples::sound).toList();
  }

  /** A {@code journal-thinned/1} that explains numbers of a stream. */
  public static JournalRecord thinned(
      String gateway, long number, String stream, long first, long last, long step) {
    Value.Fields run = span(stream, first, last).and("step", step).and("records", 1).build();
    return record(
        gateway,
        "journal",
        number,
        ORIGIN,
        new RecordKind("journal-thinned", 1),
        Value.Fields.with("reason", "quota").and("runs", List.<Value>of(run)).build());
  }

  /** A {@code journal-gap/1} that explains numbers of a stream, as the journal writes it. */
  public static JournalRecord lost(
      String gateway, long number, String stream, long first, long last) {
    return record(
        gateway,
        "journal",
        number,
        ORIGIN,
        new RecordKind("journal-gap", 1),
        Value.Fields.with("cause", "damaged")
            .and("message", "the journal was damaged")
            .and("quarantine", Value.ABSENT)
            .and("gaps", List.<Value>of(span(stream, first, last).build()))
            .build());
  }

  private static FieldsBuilder span(String stream, long first, long last) {
    return Value.Fields.with("stream", stream).and("first", first).and("last", last);
  }
}

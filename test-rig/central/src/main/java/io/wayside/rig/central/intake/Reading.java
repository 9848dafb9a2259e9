// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.rig.central.intake.Topics.RecordTopic;
import io.wayside.rig.central.store.Message;
import io.wayside.rig.central.store.StreamKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges a message by its topic, its form and its hash. Knows nothing of what is stored. */
public final class Reading {

  private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

  /** No record comes near it; bulk content travels by another way. */
  public static final int LARGEST_BYTES = 1 << 20;

  /** So much of a refused message is kept. */
  static final int KEPT_BYTES = 4096;

  private static final int KEPT_TOPIC = 512;

  private final Topics topics;

  public Reading(Topics topics) {
    this.topics = topics;
  }

  /** The gateway's state, when the topic is that of a status. */
  public Optional<String> statusOf(String topic) {
    return topics.statusOf(topic);
  }

  /** A record, or what is wrong with it; never an exception, whatever comes. */
  public Message record(String topic, byte[] payload, Instant received) {
    try {
      String text = text(payload);
      return new Message.Sound(record(topic, text), text, received);
    } catch (NotARecord refused) {
      return unsound(topic, String.valueOf(refused.getMessage()), payload, received);
    } catch (RuntimeException defect) {
      // Not known to happen. Without this one message could stop the centre, be delivered again
      // after its restart, and stop it again.
      LOG.error("reading a message on {} failed; it is kept aside", topic, defect);
      return unsound(topic, "reading it failed: " + defect, payload, received);
    }
  }

  /** The state that a message on the gateway's status topic tells. */
  public GatewayState status(String gateway, byte[] payload, Instant heard) throws NotARecord {
    if (!(parsed(text(payload)) instanceof Value.Fields fields)
        || !(fields.get("online") instanceof Value.Truth online)) {
      throw new NotARecord("the status has no field \"online\" that is true or false");
    }
    if (fields.get("gateway") instanceof Value.Text said && !said.value().equals(gateway)) {
      throw new NotARecord(
          "the topic is of gateway " + gateway + ", the status of " + said.value());
    }
    return new GatewayState(
        gateway, online.value(), word(fields, "release"), word(fields, "reason"), heard);
  }

  /** A status that could not be read, to be kept aside. */
  public Message unsound(String topic, String reason, byte[] payload, Instant received) {
    StreamKey claimed =
        topics
            .recordOf(topic)
            .map(t -> new StreamKey(t.gateway(), t.stream()))
            .orElse(StreamKey.UNKNOWN);
    byte[] kept = Arrays.copyOf(payload, Math.min(payload.length, KEPT_BYTES));
    return new Message.Unsound(
        claimed,
        topic.length() <= KEPT_TOPIC ? topic : topic.substring(0, KEPT_TOPIC),
        reason,
        HexFormat.of().formatHex(kept),
        payload.length,
        received);
  }

  private JournalRecord record(String topic, String text) throws NotARecord {
    RecordTopic said =
        topics
            .recordOf(topic)
            .orElseThrow(() -> new NotARecord("the topic is not one of a record"));
    JournalRecord record;
    try {
      record = RecordEnvelope.fromValue(parsed(text));
    } catch (GarbledData garbled) {
      throw new NotARecord(String.valueOf(garbled.getMessage()));
    }
    RecordId id = record.id();
    if (!said.equals(new RecordTopic(id.gateway(), record.kind().name(), id.stream()))) {
      throw new NotARecord("the topic does not fit the record " + id + " of kind " + record.kind());
    }
    if (!RecordEnvelope.hashHolds(record)) {
      throw new NotARecord("the hash of " + id + " does not follow from its content");
    }
    return record;
  }

  private static Value parsed(String text) throws NotARecord {
    try {
      return Json.read(text).root();
    } catch (GarbledData garbled) {
      throw new NotARecord("not JSON: " + garbled.getMessage());
    }
  }

  private static String text(byte[] payload) throws NotARecord {
    if (payload.length > LARGEST_BYTES) {
      throw new NotARecord(
          "it has " + payload.length + " bytes, more than the " + LARGEST_BYTES + " allowed");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
    } catch (CharacterCodingException notText) {
      throw new NotARecord("it is not UTF-8");
    }
  }

  private static String word(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Text text ? text.value() : "";
  }
}

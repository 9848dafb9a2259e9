// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Names;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.rig.central.store.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges a message by its topic, its form and its hash. Knows nothing of what is stored. */
public final class Reading {

  private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

  /** No record comes near it; bulk content travels by another way. */
  public static final int LARGEST_BYTES = 1 << 20;

  /** A batch, inflated. */
  public static final int LARGEST_BATCH_BYTES = 4 << 20;

  private static final long FORM = 1;

  private final Topics topics;

  public Reading(Topics topics) {
    this.topics = topics;
  }

  /** What the topic says about the message. */
  public Address address(String topic) {
    return topics.read(topic);
  }

  /** Records, or what is wrong with each of them; never an exception, whatever comes. */
  public List<Message> records(String topic, byte[] payload, Instant received) {
    Address address = topics.read(topic);
    try {
      if (address instanceof Address.Batch batch) {
        return batch(batch, topic, payload, received);
      }
      return List.of(single(address, payload, received));
    } catch (NotARecord refused) {
      return List.of(Refusals.of(address, topic, refused, payload, received));
    } catch (RuntimeException defect) {
      // Not known to happen. Without this one message could stop the centre, be delivered again
      // after its restart, and stop it again.
      LOG.error("reading a message on {} failed; it is kept aside", topic, defect);
      NotARecord refused = new NotARecord("reading it failed: " + defect);
      return List.of(Refusals.of(address, topic, refused, payload, received));
    }
  }

  /** The state that a message on the gateway's status topic tells. */
  public GatewayState status(String gateway, byte[] payload, Instant heard) throws NotARecord {
    Payloads.requireAtMost(payload, LARGEST_BYTES);
    if (!(Payloads.value(payload) instanceof Value.Fields fields)
        || !(fields.get("online") instanceof Value.Truth online)) {
      throw new NotARecord("the status has no field \"online\" that is true or false");
    }
    if (fields.get("gateway") instanceof Value.Text said && !said.value().equals(gateway)) {
      throw new NotARecord(
          "the topic is of gateway " + gateway + ", the status of " + said.value());
    }
    return new GatewayState(
        gateway,
        online.value(),
        word(fields, "release"),
        word(fields, "reason"),
        word(fields, "uplink"),
        heard);
  }

  private static Message single(Address address, byte[] payload, Instant received)
      throws NotARecord {
    byte[] envelope = payload;
    if (address instanceof Address.Kura) {
      envelope = KuraBody.in(Payloads.inflated(payload, LARGEST_BYTES));
    }
    Payloads.requireAtMost(envelope, LARGEST_BYTES);
    if (Payloads.isCbor(envelope)) {
      JournalRecord record = record(address, Payloads.value(envelope));
      return sound(record, received);
    }
    String text = Payloads.text(envelope);
    return new Message.Sound(record(address, Payloads.json(text)), text, received);
  }

  /** Each envelope is judged for itself: one that is refused does not spoil the others. */
  private static List<Message> batch(
      Address.Batch address, String topic, byte[] payload, Instant received) throws NotARecord {
    Value content = Payloads.value(Payloads.inflated(payload, LARGEST_BATCH_BYTES));
    if (!(content instanceof Value.Fields fields)
        || !fields.get("v").equals(new Value.Whole(FORM))
        || !(fields.get("records") instanceof Value.Many envelopes)) {
      throw new NotARecord("a batch has \"v\" 1 and a list \"records\"");
    }
    List<Message> messages = new ArrayList<>(envelopes.values().size());
    for (Value envelope : envelopes.values()) {
      try {
        messages.add(sound(record(address, envelope), received));
      } catch (NotARecord refused) {
        byte[] bytes = Json.write(envelope).getBytes(StandardCharsets.UTF_8);
        Address claimed = claimed(address, envelope);
        messages.add(Refusals.of(claimed, topic, refused, bytes, received));
      }
    }
    return messages;
  }

  private static Message sound(JournalRecord record, Instant received) {
    return new Message.Sound(record, Json.write(RecordEnvelope.toValue(record)), received);
  }

  private static JournalRecord record(Address address, Value envelope) throws NotARecord {
    JournalRecord record;
    try {
      record = RecordEnvelope.fromValue(envelope);
    } catch (GarbledData garbled) {
      throw new NotARecord(String.valueOf(garbled.getMessage()));
    }
    if (!fits(address, record)) {
      throw new NotARecord(
          "the topic does not fit the record " + record.id() + " of kind " + record.kind());
    }
    if (!RecordEnvelope.hashHolds(record)) {
      throw new NotARecord("the hash of " + record.id() + " does not follow from its content");
    }
    return record;
  }

  private static boolean fits(Address address, JournalRecord record) {
    RecordId id = record.id();
    String kind = record.kind().name();
    if (address instanceof Address.Single single) {
      return single.equals(new Address.Single(id.gateway(), kind, id.stream()));
    } else if (address instanceof Address.Kura kura) {
      String client = id.gateway().replace('.', '-');
      return kura.equals(new Address.Kura(client, kind, id.stream()));
    }
    return address instanceof Address.Batch batch && batch.gateway().equals(id.gateway());
  }

  private static Address claimed(Address.Batch address, Value envelope) {
    return envelope instanceof Value.Fields fields
            && fields.get("stream") instanceof Value.Text stream
            && Names.isValid(stream.value())
        ? new Address.Single(address.gateway(), "", stream.value())
        : address;
  }

  private static String word(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Text text ? text.value() : "";
  }
}

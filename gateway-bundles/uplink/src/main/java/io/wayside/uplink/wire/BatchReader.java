// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the batches of the Wayside profiles, for whoever receives them. Whether a record's hash
 * holds is asked with {@link RecordEnvelope}.
 */
public final class BatchReader {

  /** A batch that is larger than this when inflated is refused. */
  public static final int LARGEST = 8 << 20;

  private static final Set<String> NAMES = Set.of("v", "records");

  private BatchReader() {}

  /** The records of a payload in JSON or CBOR, compressed or not; never none. */
  public static List<JournalRecord> read(byte[] payload) throws GarbledData {
    List<JournalRecord> records = new ArrayList<>();
    for (Value envelope : envelopes(payload)) {
      records.add(RecordEnvelope.fromValue(envelope));
    }
    return records;
  }

  /** The same, each record as the fields in which it came. */
  public static List<Value> envelopes(byte[] payload) throws GarbledData {
    if (!(content(payload) instanceof Value.Fields batch)
        || !batch.values().keySet().equals(NAMES)) {
      throw new GarbledData("a batch is an object with \"v\" and \"records\"");
    }
    if (!(batch.get("v") instanceof Value.Whole version)
        || version.value() != WaysideBatch.VERSION) {
      throw new GarbledData("this release reads batches of form " + WaysideBatch.VERSION);
    }
    if (!(batch.get("records") instanceof Value.Many records) || records.values().isEmpty()) {
      throw new GarbledData("\"records\" of a batch is a list with at least one record");
    }
    return records.values();
  }

  /** What is in a payload, whatever it is about. */
  public static Value content(byte[] payload) throws GarbledData {
    byte[] plain = Gzip.is(payload) ? Gzip.expand(payload, LARGEST) : payload;
    if (plain.length > LARGEST) {
      throw new GarbledData("a batch is larger than " + LARGEST + " bytes");
    }
    if (plain.length > 0 && (plain[0] & 0xe0) == 0xa0) {
      return Cbor.decode(plain);
    }
    try {
      return Json.read(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plain)).toString())
          .root();
    } catch (CharacterCodingException notUtf8) {
      throw new GarbledData("it is not UTF-8");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.rig.central.Samples;
import io.wayside.uplink.wire.kura.KuraCodec;
import io.wayside.uplink.wire.kura.KuraPayload;
import io.wayside.uplink.wire.kura.KuraValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Records in every form a gateway sends them; the Kura payload by the uplink's own writer. */
final class Forms {

  private Forms() {}

  static byte[] cbor(JournalRecord record) {
    return Cbor.encode(RecordEnvelope.toValue(record));
  }

  static byte[] batch(List<JournalRecord> records) {
    return batchOf(records.stream().map(Samples::json).toList());
  }

  static byte[] batchOf(List<String> envelopes) {
    return envelopes.stream()
        .collect(Collectors.joining(",", "{\"v\":1,\"records\":[", "]}"))
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] cborBatch(List<JournalRecord> records) {
    return Cbor.encode(
        Value.Fields.with("v", 1)
            .and("records", records.stream().<Value>map(RecordEnvelope::toValue).toList())
            .build());
  }

  static byte[] kura(JournalRecord record) {
    return KuraCodec.write(payload(record));
  }

  static byte[] kuraPlain(JournalRecord record) {
    return KuraCodec.writePlain(payload(record));
  }

  private static KuraPayload payload(JournalRecord record) {
    Map<String, KuraValue> metrics = new LinkedHashMap<>();
    metrics.put("record.sequence", new KuraValue.Int64(record.id().sequence()));
    metrics.put("gross", new KuraValue.Float64(1.5));
    metrics.put("share", new KuraValue.Float32(0.5f));
    metrics.put("ok", new KuraValue.Truth(true));
    metrics.put("raw", new KuraValue.Bytes(new byte[] {1, 2, 3}));
    return KuraPayload.at(
        Samples.NOON.toEpochMilli(), metrics, Optional.of(Samples.payload(record)));
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}

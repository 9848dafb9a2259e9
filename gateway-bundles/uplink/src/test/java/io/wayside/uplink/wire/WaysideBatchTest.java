// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WaysideBatchTest {

  private final Topics topics = new Topics("hai-phong", "gw-1");
  private final PayloadProfile json = new WaysideJson(topics, "0.1.0");
  private final PayloadProfile cbor = new WaysideCbor(topics, "0.1.0");

  private static List<JournalRecord> records(int count) {
    return LongStream.rangeClosed(1, count).mapToObj(RichRecord::of).toList();
  }

  private static byte[] batch(PayloadProfile profile, List<JournalRecord> records, boolean gzip) {
    List<byte[]> payloads = records.stream().map(r -> profile.record(r).payload()).toList();
    return profile.batchForm().orElseThrow().join(payloads, gzip);
  }

  private static Value expected(List<JournalRecord> records) {
    return Value.Fields.with("v", 1)
        .and("records", records.stream().map(RecordEnvelope::toValue).toList())
        .build();
  }

  private static byte[] zipped(byte[] plain) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    }
    return out.toByteArray();
  }

  @Test
  void aBatchIsTheVeryBytesThatTheWholeWouldHaveAsOneValue() throws Exception {
    for (int count : new int[] {1, 2, 23, 24, 255, 256, 300}) {
      List<JournalRecord> records = records(count);
      assertThat(batch(cbor, records, false)).isEqualTo(Cbor.encode(expected(records)));
      assertThat(new String(batch(json, records, false), StandardCharsets.UTF_8))
          .isEqualTo(Json.write(expected(records)));
    }
    assertThat(json.batchForm().orElseThrow().topic()).isEqualTo("way/v1/hai-phong/gw-1/batch");
  }

  @Test
  void theReceiverGetsTheVeryRecordsAndTheirHashesHold() throws Exception {
    List<JournalRecord> records = records(30);
    for (PayloadProfile profile : List.of(json, cbor)) {
      for (boolean gzip : new boolean[] {false, true}) {
        List<JournalRecord> received = BatchReader.read(batch(profile, records, gzip));
        assertThat(received).isEqualTo(records).allMatch(RecordEnvelope::hashHolds);
      }
    }
  }

  @Test
  void anyGzipReaderOpensItAndItsFirstBytesTellItApart() throws Exception {
    byte[] payload = batch(json, records(30), true);
    assertThat(payload[0] & 0xff).isEqualTo(0x1f);
    assertThat(payload[1] & 0xff).isEqualTo(0x8b);
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(payload)).readAllBytes();
    assertThat(plain).isEqualTo(batch(json, records(30), false));
    assertThat(payload.length).isLessThan(plain.length / 3);
  }

  @Test
  void whatGzipWouldMakeLongerStaysAsItIs() {
    byte[] plain = {1, 2, 3};
    assertThat(Gzip.shorter(plain)).isSameAs(plain);
  }

  @Test
  void theBytesAroundTheRecordsAreNoMoreThanSaid() {
    for (PayloadProfile profile : List.of(json, cbor)) {
      for (int count : new int[] {1, 24, 1000}) {
        List<byte[]> payloads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          payloads.add(new byte[10]);
        }
        assertThat(profile.batchForm().orElseThrow().join(payloads, false).length)
            .isLessThanOrEqualTo(count * 11 + BatchForm.MOST_AROUND);
      }
    }
  }

  @Test
  void whatIsNoBatchIsRefused() {
    for (String bad :
        List.of(
            "{}",
            "[]",
            "1",
            "{\"v\":1,\"records\":[]}",
            "{\"v\":2,\"records\":[{}]}",
            "{\"v\":1,\"records\":{}}",
            "{\"v\":1.0,\"records\":[{}]}",
            "{\"v\":1,\"records\":[{}]}",
            "{\"v\":1,\"records\":[{}],\"more\":1}")) {
      assertThatThrownBy(() -> BatchReader.read(bad.getBytes(StandardCharsets.UTF_8)))
          .as(bad)
          .isInstanceOf(GarbledData.class);
    }
  }

  @Test
  void aBombIsRefusedInLittleMemory() throws Exception {
    byte[] bomb = zipped(new byte[100 << 20]);
    assertThat(bomb.length).isLessThan(200_000);
    assertThatThrownBy(() -> BatchReader.read(bomb))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("inflates to more than");
    assertThatThrownBy(() -> BatchReader.read(new byte[BatchReader.LARGEST + 1]))
        .isInstanceOf(GarbledData.class);
  }

  @Test
  void whateverComesIsReadOrRefused() throws Exception {
    List<JournalRecord> two = records(2);
    for (List<byte[]> samples :
        List.of(
            List.of(batch(json, two, false)),
            List.of(batch(cbor, two, false)),
            List.of(batch(json, two, true), batch(cbor, two, true)))) {
      int refused = Fuzz.decoder(BatchReader::read, samples, 2L * BatchReader.LARGEST);
      assertThat(refused).isGreaterThan(10_000);
    }
  }

  @Test
  void aCutBatchGivesNoRecordAtAll() throws Exception {
    byte[] payload = batch(cbor, records(3), true);
    for (int length = 0; length < payload.length - 8; length++) {
      byte[] cut = Arrays.copyOf(payload, length);
      assertThatThrownBy(() -> BatchReader.read(cut)).isInstanceOf(GarbledData.class);
    }
  }
}

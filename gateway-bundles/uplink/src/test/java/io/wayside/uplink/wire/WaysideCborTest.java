// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.Json;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaysideCborTest {

  private static final Session SESSION =
      new Session("centre", "boot-1", 3, Instant.EPOCH, Duration.ofSeconds(9));

  private final Topics topics = new Topics("hai-phong", "gw-1");
  private final WaysideCbor cbor = new WaysideCbor(topics, "0.1.0");
  private final WaysideJson json = new WaysideJson(topics, "0.1.0");

  @Test
  void theReceiverGetsTheVeryRecordAndItsHashHolds() throws Exception {
    JournalRecord record = RichRecord.of(4711);
    JournalRecord received = WaysideCbor.read(cbor.record(record).payload());
    assertThat(received).isEqualTo(record);
    assertThat(RecordEnvelope.hashHolds(received)).isTrue();
  }

  @Test
  void aChangedRecordIsNoticed() throws Exception {
    byte[] payload = cbor.record(RichRecord.of(4711)).payload();
    int noticed = 0;
    for (int at = 0; at < payload.length; at++) {
      byte[] changed = payload.clone();
      changed[at] ^= 1;
      try {
        noticed += RecordEnvelope.hashHolds(WaysideCbor.read(changed)) ? 0 : 1;
      } catch (io.wayside.core.data.GarbledData refused) {
        noticed++;
      }
    }
    assertThat(noticed).isEqualTo(payload.length);
  }

  @Test
  void saysTheSameAsJsonOnTheSameTopicsInFewerBytes() throws Exception {
    List<List<Message>> pairs =
        List.of(
            List.of(cbor.record(RichRecord.of(1)), json.record(RichRecord.of(1))),
            List.of(cbor.birth(SESSION), json.birth(SESSION)),
            List.of(cbor.will(), json.will()),
            List.of(cbor.farewell(SESSION, "stopped"), json.farewell(SESSION, "stopped")));
    for (List<Message> pair : pairs) {
      assertThat(pair.get(0).topic()).isEqualTo(pair.get(1).topic());
      assertThat(pair.get(0).retained()).isEqualTo(pair.get(1).retained());
      assertThat(Cbor.decode(pair.get(0).payload()))
          .isEqualTo(Json.read(new String(pair.get(1).payload(), StandardCharsets.UTF_8)).root());
      assertThat(pair.get(0).payload().length).isLessThan(pair.get(1).payload().length);
    }
  }

  @Test
  void theFirstByteTellsTheTwoApart() {
    for (Message message : List.of(cbor.record(RichRecord.of(1)), cbor.birth(SESSION))) {
      assertThat(message.payload()[0] & 0xe0).isEqualTo(0xa0);
    }
    assertThat(json.record(RichRecord.of(1)).payload()[0]).isEqualTo((byte) '{');
  }

  @Test
  void whateverComesIsReadOrRefused() {
    int refused =
        Fuzz.decoder(WaysideCbor::read, List.of(cbor.record(RichRecord.of(7)).payload()), 1 << 20);
    assertThat(refused).isGreaterThan(10_000);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.Samples;
import io.wayside.rig.central.store.JdbcStore;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.central.store.StreamCount;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes: no exception, everything acknowledged once, the records untouched. */
class IntakeFuzzTest {

  private static final String[] TOPICS = {
    "way/v1/test/gw-1/weighing/weighing.lane-1",
    "way/v1/test/gw-1/status",
    "way/v1/test/gw-1/alarm/alarms",
    "way/v1/test/gw-1/batch",
    "test/gw-1/WAYSIDE-V1/weighing/weighing.lane-1",
    "way/v1/test///",
    "way/v1/test",
    ""
  };

  @TempDir Path folder;
  private JdbcStore store;
  private Intake intake;
  private final Queue<Delivery> waiting = new ArrayDeque<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final List<JournalRecord> records = Samples.chain("gw-1", "weighing.lane-1", 5);

  @BeforeEach
  void open() throws Exception {
    store = JdbcStore.open(folder.resolve("central.db").toString());
    Intake.Listener nobody =
        new Intake.Listener() {
          @Override
          public void stored(StoredRecord record) {}

          @Override
          public void changed() {}
        };
    intake = new Intake(new Reading(new Topics("test", true)), store, new Gateways(), nobody);
    for (JournalRecord record : records) {
      take(Samples.topic(record), Samples.payload(record));
    }
    intake.take(waiting);
    acknowledged.set(0);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void take(String topic, byte[] payload) throws Exception {
    Delivery delivery = new Delivery(topic, payload, Samples.NOON, acknowledged::incrementAndGet);
    waiting.add(delivery);
    if (waiting.size() == 25) {
      intake.take(waiting);
    }
  }

  @Test
  void arbitraryBytesAreRefusedAndNothingElseHappens() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 1_500; i++) {
      byte[] payload = new byte[random.nextInt(200)];
      random.nextBytes(payload);
      take(TOPICS[random.nextInt(TOPICS.length)], payload);
    }
    assertUntouched(1_500);
  }

  @Test
  void mutatedAndCutRecordsAreRefusedOrTheSameRecord() throws Exception {
    Random random = new Random(2);
    for (int i = 0; i < 3_000; i++) {
      byte[] payload = Samples.payload(records.get(random.nextInt(records.size())));
      if (random.nextInt(4) == 0) {
        payload = Arrays.copyOf(payload, random.nextInt(payload.length));
      } else {
        for (int n = random.nextInt(3); n >= 0; n--) {
          payload[random.nextInt(payload.length)] = (byte) (32 + random.nextInt(95));
        }
      }
      take(TOPICS[random.nextInt(3)], payload);
    }
    assertUntouched(3_000);
  }

  @Test
  void mutatedAndCutMessagesOfEveryFormAreRefusedOrTheSameRecords() throws Exception {
    Random random = new Random(3);
    Map<String, List<byte[]>> forms =
        Map.of(
            TOPICS[0], List.of(Forms.cbor(records.get(0))),
            TOPICS[3],
                List.of(
                    Forms.batch(records),
                    Forms.gzip(Forms.batch(records)),
                    Forms.cborBatch(records),
                    Forms.gzip(Forms.cborBatch(records))),
            TOPICS[4],
                List.of(Forms.kura(records.get(0)), Forms.gzip(Forms.kuraPlain(records.get(0)))));
    int taken = 0;
    for (Map.Entry<String, List<byte[]>> form : forms.entrySet()) {
      for (byte[] whole : form.getValue()) {
        for (int i = 0; i < 400; i++, taken++) {
          byte[] payload = whole.clone();
          if (random.nextInt(4) == 0) {
            payload = Arrays.copyOf(payload, random.nextInt(payload.length));
          } else {
            for (int n = random.nextInt(3); n >= 0; n--) {
              payload[random.nextInt(payload.length)] = (byte) random.nextInt();
            }
          }
          take(form.getKey(), payload);
        }
      }
    }
    assertUntouched(taken);
  }

  @Test
  void validJsonOfAnyShapeIsRefused() throws Exception {
    String good = Samples.json(records.get(0));
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String deepBody =
        good.replaceFirst(
            "\"body\":\\{", "\"body\":{\"x\":" + "[".repeat(62) + "]".repeat(62) + ",");
    List<String> texts =
        List.of(
            deep,
            deepBody,
            "null",
            "-1e308",
            "\"\\ud800\"",
            good.replace("\"sequence\":1", "\"sequence\":0"),
            good.replace("\"sequence\":1", "\"sequence\":9223372036854775807"),
            good.replace("2026-11-21", "+999999999-12-31"),
            good.replace("\"monotonicNs\":7", "\"monotonicNs\":7.5"),
            good.replace("\"kind\":\"weighing/1\"", "\"kind\":\"weighing/99999999999\""),
            good.replace("\"offsetNs\":null", "\"offsetNs\":-9223372036854775808"),
            good.replace("\"blobs\":[]", "\"blobs\":[{}]"));
    for (String text : texts) {
      take(TOPICS[0], text.getBytes(StandardCharsets.UTF_8));
    }
    assertUntouched(texts.size());
    assertThat(store.counts()).extracting(StreamCount::refused).contains((long) texts.size());
  }

  private void assertUntouched(int deliveries) throws Exception {
    intake.take(waiting);
    assertThat(acknowledged).hasValue(deliveries);
    assertThat(store.arrivedAfter(0, 1_000))
        .extracting(StoredRecord::payload)
        .isEqualTo(records.stream().map(Samples::json).toList());
    StreamCount lane = store.counts().get(store.counts().size() - 1);
    assertThat(lane.proven()).isTrue();
  }
}

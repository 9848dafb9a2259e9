// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.Eventually;
import io.wayside.rig.central.Samples;
import io.wayside.rig.central.store.StoredRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ViewerTest {

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  private static StoredRecord stored(JournalRecord record, String payload) {
    return new StoredRecord(
        record.id().sequence(),
        record.id(),
        record.kind().toString(),
        Samples.NOON,
        Samples.NOON,
        record.previousHash(),
        record.hash(),
        payload);
  }

  private String sent() {
    return sent.toString(StandardCharsets.UTF_8);
  }

  private static Thread serving(Viewer viewer, String hello) {
    Thread thread =
        new Thread(
            () -> {
              try {
                viewer.serve(hello);
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    return thread;
  }

  @Test
  void ofABurstOnlyTheLatestAreSent() throws Exception {
    Viewer viewer = new Viewer(sent, () -> "{}");
    List<JournalRecord> records = Samples.chain("gw-1", "s", 200);
    records.forEach(record -> viewer.stored(stored(record, Samples.json(record))));
    Thread thread = serving(viewer, "{}");
    Eventually.that("sent", () -> sent().contains("event: situation"));
    thread.interrupt();
    thread.join();
    List<String> lines =
        sent().lines().filter(line -> line.startsWith("data: {\"arrival\"")).toList();
    assertThat(lines).hasSize(Viewer.MOST_WAITING);
    assertThat(lines.get(0)).contains("\"sequence\":161");
    assertThat(lines.get(lines.size() - 1)).contains("\"sequence\":200");
  }

  @Test
  void aPayloadWithLineBreaksStaysOneEvent() throws Exception {
    Viewer viewer = new Viewer(sent, () -> "{}");
    JournalRecord record = Samples.chain("gw-1", "s", 1).get(0);
    String payload = Samples.json(record).replaceFirst(",", ",\r\n \n\r");
    viewer.stored(stored(record, payload));
    Thread thread = serving(viewer, "{}");
    Eventually.that("sent", () -> sent().contains("event: situation"));
    thread.interrupt();
    thread.join();
    String event = sent().split("event: record\n", -1)[1].split("\n\n", -1)[0];
    String data = String.join("\n", event.lines().map(line -> line.substring(6)).toList());
    Value.Fields read = (Value.Fields) Json.read(data).root();
    assertThat(Json.write(read.get("record"))).isEqualTo(Samples.json(record));
  }

  @Test
  void aWriteThatHangsIsSeenFromOutside() throws Exception {
    CountDownLatch hanging = new CountDownLatch(1);
    OutputStream stuck =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            try {
              hanging.countDown();
              new CountDownLatch(1).await();
            } catch (InterruptedException dropped) {
              throw new IOException("closed", dropped);
            }
          }
        };
    Viewer viewer = new Viewer(stuck, () -> "{}");
    assertThat(viewer.stalledNanos(System.nanoTime())).isZero();
    Thread thread = serving(viewer, "{}");
    hanging.await();
    assertThat(viewer.stalledNanos(System.nanoTime() + 1_000)).isPositive();
    thread.interrupt();
    thread.join();
  }
}

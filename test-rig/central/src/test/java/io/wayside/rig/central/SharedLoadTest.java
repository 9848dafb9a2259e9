// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.mqtt.BrokerPlan;
import io.wayside.rig.central.mqtt.TlsFiles;
import io.wayside.rig.central.store.Evidence;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.transports.Mosquitto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several instances of a centre on one store, over MQTT 5, at a real broker. */
class SharedLoadTest {

  private static final int RECORDS = 600;

  @TempDir Path folder;
  private final Queue<StoredRecord> byFirst = new ConcurrentLinkedQueue<>();
  private final Queue<StoredRecord> bySecond = new ConcurrentLinkedQueue<>();

  private CentralSubscriber start(
      Mosquitto broker, String id, Queue<StoredRecord> told, String store) throws Exception {
    CentralPlan plan =
        new CentralPlan(
            new BrokerPlan(
                List.of(broker.address()),
                id,
                Optional.empty(),
                TlsFiles.NONE,
                Optional.of("centre")),
            store,
            "test",
            false,
            KeyRing.EMPTY,
            "127.0.0.1",
            0);
    CentralSubscriber instance = CentralSubscriber.start(plan, told::add);
    Eventually.that(id + " is connected", instance::connected);
    return instance;
  }

  private void shareTheLoadOn(String store) throws Exception {
    List<JournalRecord> records = Samples.chain("gw-1", "weighing.lane-1", RECORDS);
    Path dir = Files.createDirectory(folder.resolve("broker"));
    try (Mosquitto broker = new Mosquitto(dir, "max_queued_messages 0")) {
      broker.start();
      try (CentralSubscriber second = start(broker, "two", bySecond, store);
          Publisher gateway = new Publisher(broker.address())) {
        try (CentralSubscriber first = start(broker, "one", byFirst, store)) {
          gateway.send(records.subList(0, 400));
          gateway.send(records.subList(300, 400));
          Eventually.that("all came", () -> first.counts().repeated() == 100);
        }
        gateway.send(records.subList(400, RECORDS));
        Eventually.that("the second works on", () -> second.counts().stored() > 400);
        try (CentralSubscriber again = start(broker, "one", byFirst, store)) {
          Eventually.that("nothing is left", () -> again.counts().stored() == RECORDS);
          Eventually.that("both know it", () -> second.counts().equals(again.counts()));
        }
      }
    }
    Counts counts = new Counts(Evidence.of(store));
    assertThat(counts.proven()).isTrue();
    assertThat(counts.stored()).isEqualTo(RECORDS);
    assertThat(byFirst.size() + bySecond.size()).isEqualTo(RECORDS);
    assertThat(byFirst.size()).isGreaterThan(100);
    assertThat(bySecond.size()).isGreaterThan(100);
  }

  @Test
  void eachRecordIsStoredOnceByOneOfThemOnPostgresql() throws Exception {
    shareTheLoadOn(Postgres.required().newDatabase());
  }

  @Test
  void eachRecordIsStoredOnceByOneOfThemOnOneSqliteFile() throws Exception {
    shareTheLoadOn(folder.resolve("central.db").toString());
  }
}

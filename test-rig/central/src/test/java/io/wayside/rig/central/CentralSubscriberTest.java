// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.store.Evidence;
import io.wayside.rig.central.store.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole centre on a real broker. */
class CentralSubscriberTest {

  @TempDir Path folder;
  private TestBroker broker;
  private Path store;
  private final Queue<StoredRecord> told = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void startBroker() throws Exception {
    broker = new TestBroker(folder.resolve("broker"));
    store = folder.resolve("central.db");
  }

  @AfterEach
  void stopBroker() {
    broker.close();
  }

  private CentralSubscriber start() throws Exception {
    CentralSubscriber centre =
        CentralSubscriber.start(CentralPlan.of(broker.address(), store, "test", 0), told::add);
    Eventually.that("connected", centre::connected);
    return centre;
  }

  @Test
  void storesEveryRecordOnceAndTellsOfIt() throws Exception {
    List<JournalRecord> records = Samples.chain("gw-1", "weighing.lane-1", 200);
    try (CentralSubscriber centre = start();
        Publisher gateway = new Publisher(broker.address())) {
      gateway.send(records);
      gateway.send(records.subList(150, 200));
      Eventually.that("all came", () -> centre.counts().repeated() == 50);
      assertThat(centre.counts().stored()).isEqualTo(200);
      assertThat(centre.counts().proven()).isTrue();
      assertThat(told).extracting(r -> r.id().sequence()).hasSize(200).doesNotHaveDuplicates();
    }
    assertThat(new Counts(Evidence.of(store)).proven()).isTrue();
  }

  @Test
  void getsWhatWasSentWhileItWasDown() throws Exception {
    List<JournalRecord> records = Samples.chain("gw-1", "weighing.lane-1", 120);
    try (Publisher gateway = new Publisher(broker.address())) {
      try (CentralSubscriber centre = start()) {
        gateway.send(records.subList(0, 40));
        Eventually.that("first part", () -> centre.counts().stored() == 40);
      }
      gateway.send(records.subList(40, 120));
      try (CentralSubscriber centre = start()) {
        Eventually.that("the rest", () -> centre.counts().stored() == 120);
        assertThat(centre.counts().proven()).isTrue();
      }
    }
  }

  @Test
  void connectsAgainWhenTheBrokerWasRestarted() throws Exception {
    List<JournalRecord> records = Samples.chain("gw-1", "weighing.lane-1", 60);
    try (CentralSubscriber centre = start()) {
      try (Publisher gateway = new Publisher(broker.address())) {
        gateway.send(records.subList(0, 30));
        Eventually.that("first part", () -> centre.counts().stored() == 30);
      }
      broker.stop();
      Eventually.that("noticed", () -> !centre.connected());
      broker.start();
      Eventually.that("back", centre::connected);
      try (Publisher gateway = new Publisher(broker.address())) {
        gateway.send(records.subList(25, 60));
        Eventually.that("the rest", () -> centre.counts().stored() == 60);
      }
      assertThat(centre.counts().proven()).isTrue();
    }
  }

  @Test
  void keepsTryingWhenThereIsNoBrokerYet() throws Exception {
    broker.stop();
    try (CentralSubscriber centre =
        CentralSubscriber.start(CentralPlan.of(broker.address(), store, "test", 0), told::add)) {
      assertThat(centre.connected()).isFalse();
      broker.start();
      Eventually.that("connected", centre::connected);
    }
  }

  @Test
  void isNotDisturbedByWhatIsNoRecord() throws Exception {
    List<JournalRecord> records = Samples.chain("gw-1", "weighing.lane-1", 3);
    try (CentralSubscriber centre = start();
        Publisher gateway = new Publisher(broker.address())) {
      gateway.send(records.subList(0, 1));
      gateway.send("way/v1/test/gw-1/weighing/weighing.lane-1", utf8("{\"v\":"), false);
      gateway.send("way/v1/test/gw-1/weighing/weighing.lane-1", new byte[] {(byte) 0xff}, false);
      gateway.send("way/v1/test/gw-1/status", utf8("[]"), false);
      gateway.send(records.subList(1, 3));
      Eventually.that("all came", () -> centre.counts().stored() == 3);
      assertThat(centre.counts().refused()).isEqualTo(3);
      assertThat(centre.counts().proven()).isTrue();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

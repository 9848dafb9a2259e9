// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.alarm.Alarm;
import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.store.Evidence;
import io.wayside.rig.central.store.StoredRecord;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
    assertThat(new Counts(Evidence.of(store.toString())).proven()).isTrue();
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

  @Test
  void aSecondContentOfANumberIsRefusedWhateverTheOrder() throws Exception {
    List<JournalRecord> records = Samples.chain("gw-1", "weighing.lane-1", 3);
    JournalRecord other =
        Samples.record("gw-1", "weighing.lane-1", 2, records.get(0).hash(), Samples.body(77));
    try (CentralSubscriber centre = start();
        Publisher gateway = new Publisher(broker.address())) {
      gateway.send(List.of(records.get(2), records.get(1), other, records.get(0)));
      Eventually.that("all came", () -> centre.counts().stored() == 3);
      assertThat(centre.counts().conflicting()).isEqualTo(1);
      assertThat(centre.counts().proven()).isFalse();
      assertThat(centre.counts().missing()).isZero();
    }
  }

  @Test
  void showsGatewaysAndOpenAlarmsAlsoAfterARestart() throws Exception {
    String birth = "{\"online\":true,\"gateway\":\"gw-1\",\"release\":\"0.1.0\"}";
    Alarm alarm =
        new Alarm("device.scale-1", "link-down", Alarm.Severity.MAJOR, Alarm.Change.RAISED, "look");
    JournalRecord raised =
        Samples.record("gw-1", "alarms", 1, Samples.ORIGIN, Alarm.KIND, alarm.toValue());
    try (Publisher gateway = new Publisher(broker.address())) {
      try (CentralSubscriber centre = start()) {
        gateway.send("way/v1/test/gw-1/status", utf8(birth), true);
        gateway.send(List.of(raised));
        Eventually.that("shown", () -> status(centre).contains("link-down"));
      }
      try (CentralSubscriber centre = start()) {
        Eventually.that("gateway shown", () -> status(centre).contains("\"online\":true"));
        assertThat(status(centre)).contains("link-down");
      }
    }
  }

  @Test
  void anotherTenantsRecordsAreNotTaken() throws Exception {
    JournalRecord record = Samples.chain("gw-1", "weighing.lane-1", 1).get(0);
    try (CentralSubscriber centre = start();
        Publisher gateway = new Publisher(broker.address())) {
      gateway.send(
          Samples.topic(record).replace("/test/", "/other/"), Samples.payload(record), false);
      gateway.send(List.of(record));
      Eventually.that("ours came", () -> centre.counts().stored() == 1);
      assertThat(centre.counts().repeated()).isZero();
    }
  }

  private static String status(CentralSubscriber centre) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + centre.pagePort() + "/api/status");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

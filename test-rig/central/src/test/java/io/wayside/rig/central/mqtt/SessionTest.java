// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.Samples;
import io.wayside.rig.central.TestBroker;
import io.wayside.rig.central.intake.Delivery;
import io.wayside.rig.central.intake.Gateways;
import io.wayside.rig.central.intake.Intake;
import io.wayside.rig.central.intake.Reading;
import io.wayside.rig.central.intake.Topics;
import io.wayside.rig.central.intake.Writer;
import io.wayside.rig.central.store.SqliteStore;
import io.wayside.rig.central.store.StoredRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {

  @TempDir Path folder;

  private final BlockingQueue<StoredRecord> stored = new LinkedBlockingQueue<>();

  private final CountDownLatch arrived = new CountDownLatch(1);

  /** Is asked when a message arrives. */
  private final class ToldTheTime extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      arrived.countDown();
      return Samples.NOON;
    }
  }

  private final class Noting implements Intake.Listener {
    @Override
    public void stored(StoredRecord record) {
      stored.add(record);
    }

    @Override
    public void changed() {}
  }

  @Test
  void whatIsStoredAfterTheConnectionWasClosedDoesNotEndTheThreadThatStores() throws Exception {
    List<JournalRecord> records = Samples.chain("gw-1", "s", 2);
    Topics topics = new Topics("test");
    try (TestBroker broker = new TestBroker(Files.createDirectory(folder.resolve("broker")));
        SqliteStore store = SqliteStore.open(folder.resolve("store.db"))) {
      Intake intake = new Intake(new Reading(topics), store, new Gateways(), new Noting());
      Writer writer = new Writer(intake); // not started: what comes waits
      Session session = new Session(broker.address(), "central-test", writer, new ToldTheTime());
      session.open(topics.filters());
      send(broker, records.get(0));
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
      session.end();
      writer.start();
      writer.hand(
          new Delivery(
              Samples.topic(records.get(1)),
              Samples.payload(records.get(1)),
              Samples.NOON,
              () -> {}));
      assertThat(soon().id()).isEqualTo(records.get(0).id());
      assertThat(soon().id()).isEqualTo(records.get(1).id());
      writer.end();
    }
  }

  private StoredRecord soon() throws InterruptedException {
    StoredRecord record = stored.poll(10, TimeUnit.SECONDS);
    assertThat(record).as("a record that was stored").isNotNull();
    return record;
  }

  private static void send(TestBroker broker, JournalRecord record) throws Exception {
    try (MqttClient gateway = new MqttClient(broker.address(), "gw-1", new MemoryPersistence())) {
      gateway.connect();
      gateway.publish(Samples.topic(record), Samples.payload(record), 1, false);
      gateway.disconnect();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.Eventually;
import io.wayside.rig.central.Samples;
import io.wayside.rig.central.heads.PublicKeyText;
import io.wayside.rig.central.store.GatewayKey;
import io.wayside.rig.central.store.Message;
import io.wayside.rig.central.store.Outcome;
import io.wayside.rig.central.store.Store;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.central.store.StreamCount;
import io.wayside.rig.central.store.StreamKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WriterTest {

  private final List<Long> acknowledged = Collections.synchronizedList(new ArrayList<>());
  private final ScriptedStore store = new ScriptedStore();
  private final Writer writer =
      new Writer(
          new Intake(
              new Reading(new Topics("test", false)),
              store,
              new Gateways(),
              new Intake.Listener() {
                @Override
                public void stored(StoredRecord record) {}

                @Override
                public void changed() {}
              }));

  private Delivery delivery(JournalRecord record) {
    return new Delivery(
        Samples.topic(record),
        Samples.payload(record),
        Samples.NOON,
        () -> {
          assertThat(store.written).contains(record.id().sequence());
          acknowledged.add(record.id().sequence());
        });
  }

  @Test
  void acknowledgesInOrderAndOnlyWhatIsStored() throws Exception {
    writer.start();
    for (JournalRecord record : Samples.chain("gw-1", "s", 1_200)) {
      writer.hand(delivery(record));
    }
    writer.end();
    assertThat(acknowledged)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 1_200).mapToObj(i -> (long) i).toList());
    assertThat(store.largestBatch).isBetween(2, Intake.MOST_ROWS);
  }

  @Test
  void aFailingStoreIsTriedAgainUntilItWorks() throws Exception {
    store.failures.set(1);
    writer.start();
    JournalRecord record = Samples.chain("gw-1", "s", 1).get(0);
    writer.hand(delivery(record));
    Eventually.that("trouble is told", () -> !writer.trouble().isEmpty());
    assertThat(acknowledged).isEmpty();
    Eventually.that("stored", () -> acknowledged.size() == 1);
    Eventually.that("trouble is over", () -> writer.trouble().isEmpty());
    writer.end();
  }

  @Test
  void aFullQueueMakesTheConnectionWaitAndDropsNothing() throws Exception {
    store.gate = new CountDownLatch(1);
    writer.start();
    List<JournalRecord> records = Samples.chain("gw-1", "s", Writer.MOST_WAITING * 2);
    Thread connection =
        new Thread(
            () -> {
              try {
                for (JournalRecord record : records) {
                  writer.hand(delivery(record));
                }
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    connection.start();
    Eventually.that("it waits", () -> connection.getState() == Thread.State.TIMED_WAITING);
    assertThat(acknowledged).isEmpty();
    store.gate.countDown();
    connection.join();
    writer.end();
    assertThat(acknowledged).hasSize(records.size());
  }

  /** Fails as told, waits as told. */
  private static final class ScriptedStore implements Store {

    private final List<Long> written = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int largestBatch;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public List<Outcome> store(List<Message> messages) throws StoreFailed {
      try {
        gate.await();
      } catch (InterruptedException ended) {
        throw new StoreFailed("interrupted", ended);
      }
      if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        throw new StoreFailed("the disk is full", new Exception());
      }
      largestBatch = Math.max(largestBatch, messages.size());
      List<Outcome> outcomes = new ArrayList<>();
      for (Message message : messages) {
        JournalRecord record = ((Message.Sound) message).record();
        written.add(record.id().sequence());
        outcomes.add(new Outcome.Repeated(record.id()));
      }
      return outcomes;
    }

    @Override
    public List<StreamCount> counts() {
      return List.of();
    }

    @Override
    public List<StoredRecord> ofStream(StreamKey key, long after, int limit) {
      return List.of();
    }

    @Override
    public List<StoredRecord> arrivedAfter(long arrival, int limit) {
      return List.of();
    }

    @Override
    public List<StoredRecord> latest(int limit, String... kinds) {
      return List.of();
    }

    @Override
    public List<StoredRecord> openAlarms(int limit) {
      return List.of();
    }

    @Override
    public List<GatewayKey> keys() {
      return List.of();
    }

    @Override
    public void install(String gateway, PublicKeyText key, Instant at) {}

    @Override
    public void close() {}
  }
}

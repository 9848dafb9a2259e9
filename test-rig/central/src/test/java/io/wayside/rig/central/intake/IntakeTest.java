// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.Samples;
import io.wayside.rig.central.store.JdbcStore;
import io.wayside.rig.central.store.Store;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StoredRecord;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is acknowledged when. */
class IntakeTest implements Intake.Listener {

  @TempDir Path folder;
  private JdbcStore store;
  private Intake intake;
  private int transactions;
  private int failsAt = -1;
  private int stored;
  private int changes;
  private final List<String> acknowledged = new ArrayList<>();
  private final List<JournalRecord> records = Samples.chain("gw-1", "weighing.lane-1", 1_200);
  private final Queue<Delivery> deliveries = new ArrayDeque<>();
  private final Gateways gateways = new Gateways();

  @BeforeEach
  void open() throws Exception {
    store = JdbcStore.open(folder.resolve("central.db").toString());
    Store watched =
        (Store)
            Proxy.newProxyInstance(
                Store.class.getClassLoader(),
                new Class<?>[] {Store.class},
                (self, method, arguments) -> {
                  if (method.getName().equals("store") && transactions++ == failsAt) {
                    throw new StoreFailed("the disk is full", new Exception());
                  }
                  try {
                    return method.invoke(store, arguments);
                  } catch (InvocationTargetException failed) {
                    throw failed.getCause();
                  }
                });
    intake = new Intake(new Reading(new Topics("test", false)), watched, gateways, this);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  public void stored(StoredRecord record) {
    stored++;
  }

  @Override
  public void changed() {
    changes++;
  }

  private void deliver(String name, String topic, byte[] payload) {
    deliveries.add(new Delivery(topic, payload, Samples.NOON, () -> acknowledged.add(name)));
  }

  private void batch(String name, int from, int to) {
    deliver(name, "way/v1/test/gw-1/batch", Forms.batch(records.subList(from, to)));
  }

  @Test
  void goesOnWhenAConnectionThatEndedTakesNoAcknowledgement() throws Exception {
    batch("a", 0, 10);
    Delivery first = deliveries.remove();
    deliveries.add(
        new Delivery(
            first.topic(),
            first.payload(),
            first.received(),
            () -> {
              throw new NullPointerException("the client is closed");
            }));
    batch("b", 10, 20);
    intake.take(deliveries);
    assertThat(acknowledged).containsExactly("b");
    assertThat(stored).isEqualTo(20);
    assertThat(deliveries).isEmpty();
  }

  @Test
  void aBatchIsAcknowledgedOnceAfterAllItsRecordsAreStored() throws Exception {
    batch("a", 0, 300);
    intake.take(deliveries);
    assertThat(acknowledged).containsExactly("a");
    assertThat(stored).isEqualTo(300);
    assertThat(transactions).isEqualTo(1);
    assertThat(deliveries).isEmpty();
  }

  @Test
  void aCommitHoldsSomeHundredsOfRecordsAndNeverPartOfADelivery() throws Exception {
    batch("a", 0, 300);
    batch("b", 300, 700);
    batch("c", 700, 1_200);
    intake.take(deliveries);
    assertThat(acknowledged).containsExactly("a", "b", "c");
    assertThat(transactions).isEqualTo(2);
    assertThat(store.counts().get(0).count()).isEqualTo(1_200);
  }

  @Test
  void afterAFailureOnlyWhatWasNotStoredIsTakenAgain() throws Exception {
    failsAt = 1;
    batch("a", 0, 600);
    batch("b", 600, 1_200);
    assertThatThrownBy(() -> intake.take(deliveries)).isInstanceOf(StoreFailed.class);
    assertThat(acknowledged).containsExactly("a");
    intake.take(deliveries);
    assertThat(acknowledged).containsExactly("a", "b");
    assertThat(store.counts().get(0).count()).isEqualTo(1_200);
    assertThat(store.counts().get(0).repeated()).isZero();
  }

  @Test
  void statusesAndEmptyMessagesAreAcknowledgedWithoutATransaction() throws Exception {
    deliver(
        "birth",
        "way/v1/test/gw-1/status",
        "{\"online\":true}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    deliver("taken back", "way/v1/test/gw-2/status", new byte[0]);
    deliver("no records", "way/v1/test/gw-1/batch", Forms.batch(List.of()));
    intake.take(deliveries);
    assertThat(acknowledged).containsExactly("birth", "taken back", "no records");
    assertThat(transactions).isZero();
    assertThat(changes).isEqualTo(1);
    assertThat(gateways.all()).extracting(GatewayState::gateway).containsExactly("gw-1");
  }

  @Test
  void whatIsRefusedIsAcknowledgedAndToldAsAChange() throws Exception {
    deliver("nonsense", "way/v1/test/gw-1/batch", new byte[] {1, 2, 3});
    deliver("again", Samples.topic(records.get(0)), Samples.payload(records.get(0)));
    intake.take(deliveries);
    assertThat(acknowledged).containsExactly("nonsense", "again");
    assertThat(changes).isEqualTo(1);
    assertThat(stored).isEqualTo(1);
  }
}

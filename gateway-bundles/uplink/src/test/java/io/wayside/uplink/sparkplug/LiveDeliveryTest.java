// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.uplink.FakeOutbox;
import io.wayside.uplink.Records;
import io.wayside.uplink.transport.ConnectionLost;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.transport.MqttTransport.Subscriber;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.transport.TlsFiles;
import io.wayside.uplink.wire.sparkplug.SparkplugSession;
import io.wayside.uplink.wire.sparkplug.SparkplugTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps in simulated time, without a broker. */
class LiveDeliveryTest {

  private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");
  private static final long SECOND = 1_000_000_000L;
  private static final String LANE = "weighing.lane-1";

  private final FakeOutbox outbox = new FakeOutbox();
  private final Wire wire = new Wire();
  private final SparkplugSession session =
      new SparkplugSession(
          new SparkplugTopics("demo", "gw-1"),
          "0.1.0",
          () -> 0,
          Optional.empty(),
          Duration.ofSeconds(5));

  /** Keeps what was published, the barriers apart. */
  private static final class Wire implements Connection {
    final List<String> types = new ArrayList<>();
    final Deque<Runnable> barriers = new ArrayDeque<>();

    @Override
    public void publish(Publication message, Runnable done) {
      if (message.qos() == 1) {
        types.add("BARRIER");
        barriers.add(done);
      } else {
        types.add(message.topic().split("/", -1)[2]);
      }
    }

    @Override
    public void subscribe(String filter, Subscriber subscriber) {}

    @Override
    public void disconnect() {}

    @Override
    public void abandon() {}

    List<String> taken() {
      List<String> taken = List.copyOf(types);
      types.clear();
      return taken;
    }
  }

  private static LiveViewPlan plan(int window, double backlogHz) {
    return new LiveViewPlan(
        "scada",
        "demo",
        "gw-1",
        "0.1.0",
        List.of("tcp://a:1883"),
        "gw-1-sparkplug",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        window,
        backlogHz,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        Duration.ZERO,
        Duration.ofSeconds(1),
        TlsFiles.NONE,
        Path.of("unused"));
  }

  private LiveDelivery begin(int window, double backlogHz) {
    return new LiveDelivery(
        plan(window, backlogHz), outbox, wire, session, number -> acknowledged = number, 0);
  }

  private long acknowledged;

  private void fill(long first, long last) {
    for (long n = first; n <= last; n++) {
      outbox.add(Records.record(LANE, n));
    }
  }

  @BeforeEach
  void born() {
    session.begin();
    session.births(NOW, 0);
  }

  @Test
  void theOutboxMovesWhenTheBarrierAfterTheRecordIsAcknowledged() throws Exception {
    LiveDelivery delivery = begin(40, 10);
    fill(1, 3);
    delivery.step(NOW, 0);
    assertThat(wire.taken()).containsExactly("DBIRTH", "DDATA", "DDATA", "DDATA");
    assertThat(delivery.step(NOW, SECOND / 2)).isLessThanOrEqualTo(Duration.ofMillis(500));
    assertThat(wire.taken()).isEmpty();
    delivery.step(NOW, SECOND);
    assertThat(wire.taken()).containsExactly("BARRIER");
    assertThat(outbox.backlog()).isEqualTo(3);
    wire.barriers.remove().run();
    delivery.acknowledged(acknowledged);
    assertThat(outbox.backlog()).isZero();
    assertThat(delivery.awaiting()).isFalse();
  }

  @Test
  void aQuarterOfTheWindowIsReasonEnoughForABarrierAndAFullWindowForSilence() throws Exception {
    LiveDelivery delivery = begin(8, 10);
    fill(1, 20);
    delivery.step(NOW, 0);
    assertThat(wire.taken()).hasSize(10).endsWith("BARRIER");
    delivery.step(NOW, 1);
    assertThat(wire.taken()).isEmpty();
    wire.barriers.remove().run();
    delivery.acknowledged(acknowledged);
    delivery.step(NOW, 2);
    assertThat(wire.taken()).hasSize(9);
  }

  @Test
  void whatIsNewGoesBeforeTheBacklogAndTheBacklogAtItsPace() throws Exception {
    fill(1, 50);
    LiveDelivery delivery = begin(200, 20);
    fill(51, 52);
    delivery.step(NOW, 0);
    assertThat(wire.taken()).containsExactly("DBIRTH", "DDATA", "DDATA");
    assertThat(delivery.step(NOW, 0)).isEqualTo(Duration.ofMillis(50));
    assertThat(wire.taken()).containsExactly("DDATA", "DDATA"); // a tenth of a second's worth
    assertThat(delivery.step(NOW, 0)).isEqualTo(Duration.ofMillis(50));
    assertThat(wire.taken()).isEmpty();
    int shown = 0;
    for (long ms = 50; ms <= 1000; ms += 50) {
      delivery.step(NOW, ms * 1_000_000);
      shown += (int) wire.taken().stream().filter("DDATA"::equals).count();
    }
    assertThat(shown).isBetween(19, 20);
  }

  @Test
  void whenTheBacklogIsThroughTheDeviceIsBornWithWhatItTaught() throws Exception {
    fill(1, 2);
    LiveDelivery delivery = begin(200, 100);
    delivery.step(NOW, 0);
    delivery.step(NOW, SECOND);
    assertThat(wire.taken()).containsExactly("DBIRTH", "DDATA", "DDATA", "DBIRTH", "BARRIER");
    delivery.step(NOW, 2 * SECOND);
    assertThat(wire.taken()).isEmpty();
  }

  @Test
  void aBarrierThatIsNeverAcknowledgedIsAHalfOpenLink() throws Exception {
    LiveDelivery delivery = begin(4, 100);
    fill(1, 1);
    delivery.step(NOW, 0);
    assertThat(delivery.awaiting()).isTrue();
    delivery.step(NOW, 30 * SECOND);
    assertThatThrownBy(() -> delivery.step(NOW, 31 * SECOND))
        .isInstanceOf(ConnectionLost.class)
        .hasMessageContaining("half-open");
  }

  @Test
  void aNewConnectionShowsAgainWhatHadNoBarrierAsHistory() throws Exception {
    LiveDelivery first = begin(40, 100);
    fill(1, 5);
    first.step(NOW, 0);
    wire.taken();
    LiveDelivery second = begin(40, 100);
    second.step(NOW, 0);
    assertThat(wire.taken()).containsOnly("DDATA").hasSize(5);
  }
}

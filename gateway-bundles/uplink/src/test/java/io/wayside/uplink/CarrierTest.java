// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.delivery.Backoff;
import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.ConnectPlan;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.wire.Topics;
import io.wayside.uplink.wire.WaysideJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CarrierTest {

  /** A transport whose brokers accept, refuse or are absent as the test says. */
  private static final class Scripted implements MqttTransport {
    final BlockingQueue<String> attempts = new LinkedBlockingQueue<>();
    final BlockingQueue<ConnectPlan> plans = new LinkedBlockingQueue<>();
    final List<String> published = new CopyOnWriteArrayList<>();
    final BlockingQueue<ConnectionEvents> connections = new LinkedBlockingQueue<>();
    volatile boolean acknowledging = true;
    volatile String accepting = "tcp://a:1883";
    volatile ConnectFailed.Kind failure = ConnectFailed.Kind.UNREACHABLE;

    @Override
    public Connection connect(ConnectPlan plan, ConnectionEvents events) throws ConnectFailed {
      attempts.add(plan.broker());
      plans.add(plan);
      if (!plan.broker().equals(accepting)) {
        throw new ConnectFailed(failure, "broker " + plan.broker() + ": nobody there", null);
      }
      connections.add(events);
      return new Connection() {
        @Override
        public void publish(String topic, byte[] payload, boolean retained, Runnable acknowledged) {
          published.add(topic + " " + new String(payload, StandardCharsets.UTF_8));
          if (acknowledging) {
            acknowledged.run();
          }
        }

        @Override
        public void disconnect() {
          published.add("disconnect");
        }

        @Override
        public void abandon() {
          published.add("abandon");
        }
      };
    }
  }

  private final FakeOutbox outbox = new FakeOutbox();
  private final Scripted transport = new Scripted();
  private final Mailbox mailbox = new Mailbox();
  private final TimeSource time = new RealMonotonic();
  private final UplinkState state = new UplinkState(time, outbox::backlog);
  private final Thread thread =
      new Thread(
          new Carrier(
              new CarrierPlan(
                  "centre",
                  "demo",
                  "gw-1",
                  "0.1.0",
                  List.of("tcp://a:1883", "tcp://b:1883"),
                  "gw-1",
                  Optional.empty(),
                  Optional.empty(),
                  50,
                  Duration.ofSeconds(60),
                  Duration.ofSeconds(1),
                  Duration.ofSeconds(30),
                  Duration.ZERO,
                  Duration.ofMillis(1)),
              new WaysideJson(new Topics("demo", "gw-1"), "0.1.0"),
              outbox,
              transport,
              new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), new Random(1)),
              time,
              state,
              mailbox));

  private static final class RealMonotonic implements TimeSource {
    @Override
    public long monotonicNanos() {
      return System.nanoTime();
    }

    @Override
    public Stamp at(long monotonicNanos) {
      return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "boot-1", monotonicNanos);
    }
  }

  @AfterEach
  void end() throws Exception {
    mailbox.stop();
    thread.join(10_000);
    assertThat(thread.isAlive()).isFalse();
  }

  private <T> T soon(BlockingQueue<T> queue) throws InterruptedException {
    T value = queue.poll(20, TimeUnit.SECONDS);
    assertThat(value).as("within 20 s").isNotNull();
    return value;
  }

  @Test
  void sendsBirthFirstThenTheRecordsThenFarewell() throws Exception {
    outbox.add(Records.record("weighing.lane-1", 1));
    outbox.add(Records.record("weighing.lane-1", 2));
    thread.start();
    outbox.awaitEmpty();
    mailbox.stop();
    thread.join(10_000);
    assertThat(transport.published).hasSize(5);
    assertThat(transport.published.get(0)).startsWith("way/v1/demo/gw-1/status {\"online\":true");
    assertThat(transport.published.get(1)).contains("\"sequence\":1");
    assertThat(transport.published.get(2)).contains("\"sequence\":2");
    assertThat(transport.published.get(3)).contains("\"reason\":\"stopped\"");
    assertThat(transport.published.get(4)).isEqualTo("disconnect");
  }

  @Test
  void leavesTheProfilesWillWithTheBroker() throws Exception {
    thread.start();
    ConnectPlan plan = soon(transport.plans);
    assertThat(plan.willTopic()).isEqualTo("way/v1/demo/gw-1/status");
    assertThat(plan.willRetained()).isTrue();
    assertThat(new String(plan.will(), StandardCharsets.UTF_8)).contains("connection-lost");
  }

  @Test
  void aRecordThatComesWhileConnectedIsSentWithoutAsking() throws Exception {
    outbox.onNew(mailbox::wake);
    thread.start();
    soon(transport.connections);
    outbox.add(Records.record("weighing.lane-1", 1));
    outbox.awaitEmpty();
  }

  @Test
  void triesTheBrokersInOrderAndSaysWhichIsSilent() throws Exception {
    transport.accepting = "tcp://b:1883";
    outbox.add(Records.record("weighing.lane-1", 1));
    thread.start();
    assertThat(soon(transport.attempts)).isEqualTo("tcp://a:1883");
    assertThat(soon(transport.attempts)).isEqualTo("tcp://b:1883");
    outbox.awaitEmpty();
    assertThat(state.health().status()).isEqualTo(Health.Status.OK);
    assertThat(state.health().message()).contains("tcp://b:1883");
  }

  @Test
  void whileNobodyAnswersHealthSaysWhatWaits() throws Exception {
    transport.accepting = "none";
    outbox.add(Records.record("weighing.lane-1", 1));
    thread.start();
    soon(transport.attempts);
    soon(transport.attempts);
    Health health = state.health();
    assertThat(health.status()).isEqualTo(Health.Status.DEGRADED);
    assertThat(health.code()).isEqualTo("centre-unreachable");
    assertThat(health.message()).contains("nobody there").contains("1 records are safe");
  }

  @Test
  void aRefusalIsAFailureOfItsOwnKind() throws Exception {
    transport.accepting = "none";
    transport.failure = ConnectFailed.Kind.REFUSED;
    thread.start();
    soon(transport.attempts);
    soon(transport.attempts);
    assertThat(state.health().status()).isEqualTo(Health.Status.FAILED);
    assertThat(state.health().code()).isEqualTo("refused-by-broker");
  }

  @Test
  void afterALossANewConnectionSendsWhatWasUnderWay() throws Exception {
    transport.acknowledging = false;
    outbox.add(Records.record("weighing.lane-1", 1));
    thread.start();
    MqttTransport.ConnectionEvents first = soon(transport.connections);
    transport.acknowledging = true;
    first.lost("cable pulled");
    soon(transport.connections);
    outbox.awaitEmpty();
    assertThat(transport.published).contains("abandon");
    assertThat(transport.published.stream().filter(p -> p.contains("\"sequence\":1")).count())
        .isGreaterThanOrEqualTo(1);
  }
}

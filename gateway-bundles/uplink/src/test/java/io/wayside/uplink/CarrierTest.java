// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.health.Health;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.delivery.Backoff;
import io.wayside.uplink.delivery.SetAside;
import io.wayside.uplink.delivery.Shaping;
import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.ConnectPlan;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.transport.TlsFiles;
import io.wayside.uplink.transport.Trouble;
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
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CarrierTest {

  /** A transport whose brokers accept, refuse or are absent as the test says. */
  private static final class Scripted implements MqttTransport {
    final BlockingQueue<String> attempts = new LinkedBlockingQueue<>();
    final BlockingQueue<ConnectPlan> plans = new LinkedBlockingQueue<>();
    final BlockingQueue<Boolean> upAtAttempt = new LinkedBlockingQueue<>();
    final List<String> published = new CopyOnWriteArrayList<>();
    final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    final BlockingQueue<ConnectionEvents> connections = new LinkedBlockingQueue<>();
    final BlockingQueue<MqttTransport.Subscriber> subscribers = new LinkedBlockingQueue<>();
    volatile boolean acknowledging = true;
    volatile boolean breaks;
    volatile BooleanSupplier up = () -> false;
    volatile String accepting = "tcp://a:1883";
    volatile Trouble failure = Trouble.UNREACHABLE;

    @Override
    public Connection connect(ConnectPlan plan, ConnectionEvents events) throws ConnectFailed {
      upAtAttempt.add(up.getAsBoolean());
      attempts.add(plan.broker());
      plans.add(plan);
      if (!plan.broker().equals(accepting)) {
        throw new ConnectFailed(failure, "broker " + plan.broker() + ": nobody there", null);
      }
      connections.add(events);
      return new Connection() {
        @Override
        public void publish(Publication sent, Runnable acknowledged) {
          if (breaks) {
            throw new NoClassDefFoundError("com/example/Missing");
          }
          String topic = sent.topic();
          String message = topic + " " + new String(sent.payload(), StandardCharsets.UTF_8);
          published.add(message);
          if (topic.endsWith("command-result")) {
            answers.add(message);
          }
          if (acknowledging) {
            acknowledged.run();
          }
        }

        @Override
        public void subscribe(String filter, Subscriber subscriber) {
          published.add("subscribe " + filter);
          subscribers.add(subscriber);
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
  private final RealMonotonic time = new RealMonotonic();
  private final UplinkState state = new UplinkState(time, outbox::backlog);
  private final FixedCommands commands = new FixedCommands();
  private final Thread thread =
      new Thread(
          new Carrier(
              new UplinkPlan(
                  "centre",
                  "demo",
                  "gw-1",
                  "0.1.0",
                  Profile.WAYSIDE_JSON,
                  List.of("tcp://a:1883", "tcp://b:1883"),
                  "gw-1",
                  Optional.empty(),
                  Optional.empty(),
                  50,
                  Duration.ofSeconds(60),
                  Duration.ofSeconds(1),
                  Duration.ofSeconds(30),
                  Duration.ZERO,
                  Duration.ofSeconds(1),
                  TlsFiles.NONE,
                  Optional.empty(),
                  Shaping.STANDARD),
              new WaysideJson(new Topics("demo", "gw-1"), "0.1.0"),
              outbox,
              transport,
              new Pauses(
                  () -> Duration.ZERO,
                  new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), new Random(1)),
                  new Rests(Duration.ofMillis(1), Duration.ofMillis(1))),
              time,
              state,
              mailbox,
              Optional.of(commands.desk(mailbox, time))));

  private static final class RealMonotonic implements TimeSource {
    volatile long stoppedAt;

    @Override
    public long monotonicNanos() {
      long stopped = stoppedAt;
      return stopped == 0 ? System.nanoTime() : stopped;
    }

    @Override
    public Stamp at(long monotonicNanos) {
      return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "boot-1", monotonicNanos);
    }
  }

  @AfterEach
  void end() throws Exception {
    commands.close();
    mailbox.stop();
    thread.join(60_000);
    assertThat(thread.isAlive()).isFalse();
  }

  private <T> T soon(BlockingQueue<T> queue) throws InterruptedException {
    T value = queue.poll(60, TimeUnit.SECONDS);
    assertThat(value).as("within a minute").isNotNull();
    return value;
  }

  @Test
  void sendsBirthFirstThenTheRecordsThenFarewell() throws Exception {
    outbox.add(Records.record("weighing.lane-1", 1));
    outbox.add(Records.record("weighing.lane-1", 2));
    thread.start();
    outbox.awaitEmpty();
    commands.close();
    mailbox.stop();
    thread.join(60_000);
    assertThat(transport.published).hasSize(6);
    assertThat(transport.published.get(0)).isEqualTo("subscribe way/v1/demo/gw-1/command");
    assertThat(transport.published.get(1)).startsWith("way/v1/demo/gw-1/status {\"online\":true");
    assertThat(transport.published.get(2)).contains("\"sequence\":1");
    assertThat(transport.published.get(3)).contains("\"sequence\":2");
    assertThat(transport.published.get(4)).contains("\"reason\":\"stopped\"");
    assertThat(transport.published.get(5)).isEqualTo("disconnect");
  }

  @Test
  void aRecordThatIsTooLargeIsHealthAndHoldsUpNeitherTheOthersNorTheEnd() throws Exception {
    JournalRecord plain = Records.record("weighing.lane-1", 1);
    outbox.add(
        new JournalRecord(
            plain.id(),
            plain.kind(),
            plain.importance(),
            plain.occurred(),
            plain.provenance(),
            Value.Fields.with("filling", "x".repeat(200_000)).build(),
            plain.blobs(),
            plain.previousHash(),
            plain.hash()));
    outbox.add(Records.record("weighing.lane-1", 2));
    thread.start();
    soon(transport.connections);
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (outbox.backlog() > 1 || !state.health().code().equals("record-too-large")) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(state.health().status()).isEqualTo(Health.Status.DEGRADED);
    assertThat(state.health().message())
        .contains("weighing.lane-1/1 takes 200")
        .contains("more than the 131072")
        .contains("Raise largestMessageKiB");
    commands.close();
    time.stoppedAt = System.nanoTime(); // whoever waits for time to pass waits for ever
    mailbox.stop();
    thread.join(60_000);
    assertThat(thread.isAlive()).isFalse();
    assertThat(transport.published).noneMatch(p -> p.contains("xxxx")).contains("disconnect");
    assertThat(outbox.backlog()).isEqualTo(1);
  }

  @Test
  void aNewConnectionJudgesAnewWhatIsTooLarge() throws Exception {
    UplinkState said = new UplinkState(time, outbox::backlog);
    said.connected("a");
    said.setAside(new SetAside(Records.record("s", 7).id(), 200_000, 131_072, 1));
    said.setAside(new SetAside(Records.record("s", 9).id(), 200_001, 131_072, 2));
    assertThat(said.health().message()).contains("s/9").contains("2 of this kind");
    said.troubled(Trouble.UNREACHABLE, "cut");
    assertThat(said.health().code()).isEqualTo("centre-unreachable");
    said.connected("a");
    assertThat(said.health().status()).isEqualTo(Health.Status.OK);
  }

  @Test
  void leavesTheProfilesWillWithTheBroker() throws Exception {
    thread.start();
    ConnectPlan plan = soon(transport.plans);
    assertThat(plan.will().topic()).isEqualTo("way/v1/demo/gw-1/status");
    assertThat(plan.will().qos()).isEqualTo(1);
    assertThat(plan.will().retained()).isTrue();
    assertThat(plan.will().contentType()).contains("application/json");
    assertThat(new String(plan.will().payload(), StandardCharsets.UTF_8))
        .contains("connection-lost");
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
    transport.failure = Trouble.REFUSED;
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
    first.lost(Trouble.UNREACHABLE, "cable pulled");
    soon(transport.connections);
    outbox.awaitEmpty();
    assertThat(transport.published).contains("abandon");
    assertThat(transport.published.stream().filter(p -> p.contains("\"sequence\":1")).count())
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  void aFaultInItselfIsALossThatIsToldAndANewConnection() throws Exception {
    transport.breaks = true;
    transport.up = () -> state.reach().up();
    outbox.add(Records.record("weighing.lane-1", 1));
    thread.start();
    soon(transport.connections);
    assertThat(soon(transport.attempts)).isEqualTo("tcp://a:1883");
    assertThat(soon(transport.attempts)).as("the other is tried").isEqualTo("tcp://b:1883");
    assertThat(soon(transport.upAtAttempt)).isFalse();
    assertThat(soon(transport.upAtAttempt)).as("the loss is told").isFalse();
    soon(transport.connections);
    assertThat(transport.published).contains("abandon");
    transport.breaks = false;
    outbox.awaitEmpty();
    assertThat(state.reach().up()).isTrue();
  }

  @Test
  void aCommandIsHeardAndAnsweredOnTheSameConnection() throws Exception {
    thread.start();
    MqttTransport.Subscriber connection = soon(transport.subscribers);
    connection.received(
        "way/v1/demo/gw-1/command", "nonsense".getBytes(StandardCharsets.UTF_8), false);
    String answer = soon(transport.answers);
    assertThat(answer).startsWith("way/v1/demo/gw-1/command-result ").contains("malformed");
    assertThat(transport.published).contains("subscribe way/v1/demo/gw-1/command");
  }

  @Test
  void aRefusedSubscriptionIsHealthAndRecordsGoOn() throws Exception {
    thread.start();
    MqttTransport.Subscriber connection = soon(transport.subscribers);
    mailboxIsServed();
    connection.subscriptionRefused("way/v1/demo/gw-1/command", "no right");
    assertThat(state.health().code()).isEqualTo("commands-refused-by-broker");
    assertThat(state.health().message()).contains("no right").contains("give this gateway");
    outbox.add(Records.record("weighing.lane-1", 1));
    mailbox.wake();
    outbox.awaitEmpty();
  }

  private void mailboxIsServed() throws InterruptedException {
    outbox.add(Records.record("weighing.lane-1", 99));
    mailbox.wake();
    outbox.awaitEmpty(); // so the connection has been announced as good
  }

  @Test
  void eachTroubleHasItsHealth() throws Exception {
    UplinkState said = new UplinkState(time, outbox::backlog);
    said.troubled(Trouble.TAKEN_OVER, "somebody");
    assertThat(said.health().code()).isEqualTo("client-id-taken");
    said.troubled(Trouble.BUSY, "later");
    assertThat(said.health().status()).isEqualTo(Health.Status.DEGRADED);
    said.troubled(Trouble.REDIRECTED, "elsewhere");
    assertThat(said.health().code()).isEqualTo("broker-moved");
    said.troubled(Trouble.INSECURE, "certificate");
    assertThat(said.health().code()).isEqualTo("connection-not-secure");
    said.withoutTransport("mqtt5");
    assertThat(said.health().code()).isEqualTo("transport-missing");
  }
}

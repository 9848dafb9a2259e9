// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import static io.wayside.rig.transports.Heard.soon;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.ConnectPlan;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.transport.Trouble;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every transport does with a broker that has been set up for it. */
public abstract class MosquittoContract {

  private static final String TOPIC = "way/v1/demo/gw-1/weighing/lane-1";

  protected final Heard heard = new Heard();
  @TempDir protected Path dir;

  protected abstract MqttTransport transport();

  private void send(ConnectPlan plan) throws Exception {
    Connection connection = transport().connect(plan, heard);
    CountDownLatch acknowledged = new CountDownLatch(1);
    connection.publish(TOPIC, new byte[] {'1'}, false, acknowledged::countDown);
    assertThat(acknowledged.await(60, TimeUnit.SECONDS)).isTrue();
    connection.disconnect();
  }

  @Test
  void aBrokerThatKnowsUsNotRefuses() throws Exception {
    try (Mosquitto broker = new Mosquitto(dir, "allow_anonymous false")) {
      broker.start();
      assertThatThrownBy(() -> transport().connect(Plans.to(broker.address()), heard))
          .isInstanceOfSatisfying(
              ConnectFailed.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.REFUSED))
          .hasMessageContaining(broker.address())
          .hasMessageContaining("check user name, password and client id \"gw-1\"");
      assertThat(heard.losses).isEmpty();
    }
  }

  /** Moquette keeps no will at all, so this cannot be asked of every broker. */
  @Test
  void theWillIsKeptForThoseWhoComeLaterOrNotAsThePlanSays() throws Exception {
    try (Mosquitto broker = new Mosquitto(dir)) {
      broker.start();
      assertThat(heardLateAfterAbandoning(broker, Plans.withPassingWill(broker.address())))
          .isEqualTo(Plans.STATUS + " fresh");
      assertThat(heardLateAfterAbandoning(broker, Plans.to(broker.address())))
          .isEqualTo(Plans.STATUS + " " + Plans.OFFLINE);
    }
  }

  @Test
  void whatIsSaidIsWhatThePlanAndTheMessageSay() throws Exception {
    try (Mosquitto broker = new Mosquitto(dir)) {
      broker.start();
      for (int qos = 0; qos < 2; qos++) {
        for (boolean retained : new boolean[] {false, true}) {
          try (PacketRecorder recorder = new PacketRecorder(broker.port())) {
            Connection connection =
                transport().connect(Plans.withWill(recorder.address(), qos, retained), heard);
            CountDownLatch done = new CountDownLatch(1);
            connection.publish(
                new Publication(TOPIC, new byte[] {7}, qos, retained).typed("application/json"),
                done::countDown);
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            connection.disconnect();
            Packet.Connect connect = recorder.first(Packet.Connect.class);
            assertThat(connect.clean()).isTrue();
            assertThat(connect.expiryS()).isZero();
            Packet.Publish will = connect.will().orElseThrow();
            assertThat(will.topic()).isEqualTo(Plans.STATUS);
            assertThat(will.qos()).isEqualTo(qos);
            assertThat(will.retained()).isEqualTo(retained);
            assertThat(will.payload()).asString(UTF_8).isEqualTo(Plans.OFFLINE);
            Packet.Publish publish = recorder.first(Packet.Publish.class);
            assertThat(publish.topic()).isEqualTo(TOPIC);
            assertThat(publish.qos()).isEqualTo(qos);
            assertThat(publish.retained()).isEqualTo(retained);
            assertThat(publish.payload()).containsExactly(7);
            assertThat(publish.contentType())
                .isEqualTo(
                    connect.version() == 5 ? Optional.of("application/json") : Optional.empty());
          }
        }
      }
    }
  }

  @Test
  void theLargestMessageIsTheBrokersWhereItSaysSo() throws Exception {
    try (Mosquitto broker = new Mosquitto(dir, "max_packet_size 20000")) {
      broker.start();
      Connection connection = transport().connect(Plans.to(broker.address()), heard);
      assertThat(connection.largestMessage()).isEqualTo(largestOf(20_000));
      connection.disconnect();
    }
  }

  /** What is known of a broker's limit: nothing where the protocol does not say it. */
  protected int largestOf(int limit) {
    return 268_435_460;
  }

  /** The first that somebody hears who comes when the will has been told. */
  private String heardLateAfterAbandoning(Mosquitto broker, ConnectPlan plan) throws Exception {
    try (Listener present = new Listener(broker.address(), Plans.STATUS)) {
      transport().connect(plan, heard).abandon();
      assertThat(soon(present.heard)).isEqualTo(Plans.STATUS + " " + Plans.OFFLINE);
    }
    try (Listener late = new Listener(broker.address(), Plans.STATUS)) {
      late.say(Plans.STATUS, "fresh", false);
      return soon(late.heard);
    }
  }

  @Test
  void aMessageTooLargeForTheBrokerIsNeverTakenForDelivered() throws Exception {
    try (Mosquitto broker = new Mosquitto(dir, "max_packet_size 20000")) {
      broker.start();
      AtomicInteger acknowledged = new AtomicInteger();
      Connection connection = transport().connect(Plans.to(broker.address()), heard);
      connection.publish(TOPIC, new byte[30_000], false, acknowledged::incrementAndGet);
      soon(heard.losses);
      connection.abandon();
      assertThat(acknowledged).hasValue(0);
      assertThat(heard.losses).isEmpty();
    }
  }

  @Test
  void aBrokerListeningOnIpv6OnlyIsReached() throws Exception {
    int port = LoopbackPorts.free();
    try (Mosquitto broker = new Mosquitto(dir).listener(port, "::1")) {
      broker.start();
      send(Plans.to("tcp://[::1]:" + port));
    }
  }

  @Test
  void webSocketCarriesTheSame() throws Exception {
    int port = LoopbackPorts.free();
    try (Mosquitto broker = new Mosquitto(dir).listener(port, "127.0.0.1", "protocol websockets")) {
      broker.start();
      send(Plans.to("ws://127.0.0.1:" + port + "/mqtt"));
    }
  }

  @Test
  void aSecondGatewayWithTheSameIdEndsTheFirstConnection() throws Exception {
    try (Mosquitto broker = new Mosquitto(dir)) {
      broker.start();
      Connection first = transport().connect(Plans.to(broker.address()), heard);
      Connection second = transport().connect(Plans.to(broker.address()), new Heard());
      Heard.Loss loss = soon(heard.losses);
      assertThat(loss.trouble())
          .as(loss.reason())
          .isEqualTo(Trouble.UNREACHABLE); // it does not say why
      first.abandon();
      second.disconnect();
    }
  }

  @Test
  void aSubscriptionTheBrokerDoesNotGrantIsToldAndTheConnectionStands() throws Exception {
    try (ScriptedBroker broker = new ScriptedBroker(acceptance(), refusedSubscription())) {
      Connection connection = transport().connect(Plans.to(broker.address()), heard);
      connection.subscribe("way/v1/demo/gw-1/command", heard);
      assertThat(soon(heard.refusals)).startsWith("way/v1/demo/gw-1/command: ");
      assertThat(heard.losses).isEmpty();
      connection.abandon();
    }
  }

  /** CONNACK of this protocol version. */
  protected abstract byte[] acceptance();

  /** SUBACK that grants nothing, with any identifier. */
  protected abstract byte[] refusedSubscription();
}

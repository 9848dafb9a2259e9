// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import io.wayside.uplink.transport.ConnectFailed.Kind;
import io.wayside.uplink.transport.MqttTransport.Connection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker in this process. */
class PahoTransportTest {

  @TempDir Path dir;
  private final Server broker = new Server();
  private int port;
  private final BlockingQueue<String> lost = new LinkedBlockingQueue<>();

  @BeforeEach
  void startBroker() throws Exception {
    port = freePort();
    broker.startServer(brokerConfig(port));
  }

  @AfterEach
  void stopBroker() {
    broker.stopServer();
  }

  private MemoryConfig brokerConfig(int listenPort) {
    Properties properties = new Properties();
    properties.setProperty("host", "127.0.0.1");
    properties.setProperty("port", String.valueOf(listenPort));
    properties.setProperty("allow_anonymous", "true");
    properties.setProperty("data_path", dir.toString());
    properties.setProperty("persistence_enabled", "false");
    properties.setProperty("telemetry_enabled", "false");
    return new MemoryConfig(properties);
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private ConnectPlan plan(String address) {
    return new ConnectPlan(
        address,
        "gw-1",
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(60),
        Duration.ofSeconds(3),
        200,
        "way/v1/demo/gw-1/status",
        "{\"online\":false}".getBytes(StandardCharsets.UTF_8),
        true);
  }

  private String address() {
    return "tcp://127.0.0.1:" + port;
  }

  private Connection connect() throws ConnectFailed {
    return new PahoTransport().connect(plan(address()), lost::add);
  }

  private BlockingQueue<String> subscribe(String filter) throws MqttException {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    MqttClient client = new MqttClient(address(), "listener", new MemoryPersistence());
    client.connect();
    client.subscribe(
        filter,
        1,
        (topic, message) ->
            heard.add(
                topic
                    + " "
                    + message.isRetained()
                    + " "
                    + new String(message.getPayload(), StandardCharsets.UTF_8)));
    return heard;
  }

  @Test
  void everyMessageArrivesInOrderAndIsAcknowledged() throws Exception {
    BlockingQueue<String> heard = subscribe("way/v1/#");
    Connection connection = connect();
    CountDownLatch acknowledged = new CountDownLatch(150);
    for (int i = 0; i < 150; i++) {
      connection.publish(
          "way/v1/demo/gw-1/k/s",
          String.valueOf(i).getBytes(StandardCharsets.UTF_8),
          false,
          acknowledged::countDown);
    }
    assertThat(acknowledged.await(20, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 150; i++) {
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("way/v1/demo/gw-1/k/s false " + i);
    }
    connection.disconnect();
    assertThat(lost).isEmpty();
  }

  @Test
  void anAbandonedConnectionLeavesTheWillAnOrderlyEndDoesNot() throws Exception {
    BlockingQueue<String> heard = subscribe("way/v1/demo/gw-1/status");
    connect().disconnect();
    connect().abandon();
    assertThat(heard.poll(20, TimeUnit.SECONDS)).endsWith("{\"online\":false}");
    assertThat(heard).isEmpty();
  }

  @Test
  void aBrokerThatGoesAwayIsALostConnection() throws Exception {
    Connection connection = connect();
    broker.stopServer();
    assertThat(lost.poll(20, TimeUnit.SECONDS)).isNotNull();
    assertThatThrownBy(() -> connection.publish("t", new byte[0], false, () -> {}))
        .isInstanceOf(ConnectionLost.class);
    connection.abandon();
    connection.abandon();
    broker.startServer(brokerConfig(freePort()));
  }

  @Test
  void nobodyThereIsUnreachableAndNamesTheBroker() throws Exception {
    String nowhere = "tcp://127.0.0.1:" + freePort();
    assertThatThrownBy(() -> new PahoTransport().connect(plan(nowhere), lost::add))
        .isInstanceOfSatisfying(
            ConnectFailed.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE))
        .hasMessageContaining(nowhere)
        .hasMessageContaining("check the address");
  }

  @Test
  void anAddressOfAnotherFormIsExplained() {
    for (String bad : new String[] {"http://a:1", "a:1883", "", "tcp://"}) {
      assertThatThrownBy(() -> new PahoTransport().connect(plan(bad), lost::add))
          .as(bad)
          .isInstanceOf(ConnectFailed.class);
    }
  }

  @Test
  void somebodyWhoDoesNotSpeakMqttIsUnreachableInTime() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String address = "tcp://127.0.0.1:" + silent.getLocalPort();
      assertThatThrownBy(() -> new PahoTransport().connect(plan(address), lost::add))
          .isInstanceOfSatisfying(
              ConnectFailed.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import static io.wayside.rig.transports.Heard.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.transports.Heard;
import io.wayside.rig.transports.Mosquitto;
import io.wayside.rig.transports.Plans;
import io.wayside.rig.transports.RigTime;
import io.wayside.rig.transports.ScriptedBroker;
import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.transport.Trouble;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a broker says by reason codes (MQTT 5.0, section 2.4) becomes what the carrier does. */
class ReasonCodeTest {

  private static final String TOPIC = "way/v1/demo/gw-1/weighing/lane-1";
  private static final byte[] ACCEPTED = {0x20, 3, 0, 0, 0};

  private final Heard heard = new Heard();
  private final Mqtt5Transport transport = new Mqtt5Transport(new RigTime());

  private static byte[] connAck(int code, byte... properties) {
    byte[] packet = new byte[5 + properties.length];
    packet[0] = 0x20;
    packet[1] = (byte) (3 + properties.length);
    packet[3] = (byte) code;
    packet[4] = (byte) properties.length;
    System.arraycopy(properties, 0, packet, 5, properties.length);
    return packet;
  }

  @ParameterizedTest
  @CsvSource({
    "0x86, REFUSED", "0x87, REFUSED", "0x85, REFUSED", "0x84, REFUSED", "0x88, BUSY",
    "0x89, BUSY", "0x97, BUSY", "0x9F, BUSY", "0x9C, REDIRECTED", "0x9D, REDIRECTED"
  })
  void aRefusalAtConnecting(String code, Trouble trouble) throws Exception {
    try (ScriptedBroker broker = new ScriptedBroker(connAck(Integer.decode(code)))) {
      assertThatThrownBy(() -> transport.connect(Plans.to(broker.address()), heard))
          .isInstanceOfSatisfying(
              ConnectFailed.class, e -> assertThat(e.trouble()).isEqualTo(trouble))
          .hasMessageContaining(broker.address())
          .hasMessageContaining(code);
      assertThat(heard.losses).isEmpty();
    }
  }

  @Test
  void aRedirectionIsToldAndNotFollowed() throws Exception {
    byte[] reference = {0x1C, 0, 6, 'b', ':', '1', '8', '8', '3'}; // Server Reference
    try (ScriptedBroker broker = new ScriptedBroker(connAck(0x9D, reference))) {
      assertThatThrownBy(() -> transport.connect(Plans.to(broker.address()), heard))
          .hasMessageContaining("use b:1883")
          .hasMessageContaining("put the new address into the site document");
    }
  }

  @ParameterizedTest
  @CsvSource({"0x8E, TAKEN_OVER", "0x89, BUSY", "0x8B, UNREACHABLE", "0x9C, REDIRECTED"})
  void aDisconnectInTheMiddle(String code, Trouble trouble) throws Exception {
    byte[] disconnect = {(byte) 0xE0, 2, (byte) (int) Integer.decode(code), 0};
    try (ScriptedBroker broker = new ScriptedBroker(ACCEPTED, disconnect)) {
      Connection connection = transport.connect(Plans.to(broker.address()), heard);
      connection.publish(TOPIC, new byte[1], false, () -> {});
      Heard.Loss loss = soon(heard.losses);
      assertThat(loss.trouble()).as(loss.reason()).isEqualTo(trouble);
      assertThat(loss.reason()).contains(code);
      connection.abandon();
      assertThat(heard.losses).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"0x97, BUSY", "0x87, REFUSED", "0x99, REFUSED"})
  void aMessageThatIsNotTakenEndsTheConnectionAndIsNotAcknowledged(String code, Trouble trouble)
      throws Exception {
    byte[] pubAck = {0x40, 4, 0, 1, (byte) (int) Integer.decode(code), 0};
    AtomicInteger acknowledged = new AtomicInteger();
    try (ScriptedBroker broker = new ScriptedBroker(ACCEPTED, pubAck)) {
      Connection connection = transport.connect(Plans.to(broker.address()), heard);
      connection.publish(TOPIC, new byte[1], false, acknowledged::incrementAndGet);
      Heard.Loss loss = soon(heard.losses);
      assertThat(loss.trouble()).as(loss.reason()).isEqualTo(trouble);
      assertThat(loss.reason()).contains(TOPIC);
      assertThat(acknowledged).hasValue(0);
      connection.abandon();
      assertThat(heard.losses).isEmpty();
    }
  }

  @Test
  void mosquittoSaysWhichTopicWeMayNotWrite(@TempDir Path dir) throws Exception {
    Path rights = dir.resolve("rights");
    Files.write(rights, List.of("topic write way/v1/demo/gw-2/#"), StandardCharsets.UTF_8);
    try (Mosquitto broker = new Mosquitto(dir, "acl_file " + rights)) {
      broker.start();
      Connection connection = transport.connect(Plans.to(broker.address()), heard);
      connection.publish(TOPIC, new byte[1], false, () -> {});
      Heard.Loss loss = soon(heard.losses);
      assertThat(loss.trouble()).isEqualTo(Trouble.REFUSED);
      assertThat(loss.reason()).contains(TOPIC).contains("rights");
    }
  }

  @Test
  void theReceiveMaximumOfTheBrokerIsTheMostInFlight(@TempDir Path dir) throws Exception {
    try (Mosquitto broker = new Mosquitto(dir, "max_inflight_messages 7")) {
      broker.start();
      Connection connection = transport.connect(Plans.to(broker.address()), heard);
      assertThat(connection.mostInFlight()).isEqualTo(7);
      connection.disconnect();
    }
  }

  @Test
  void theMaximumPacketSizeOfTheBrokerBoundsAMessage(@TempDir Path dir) throws Exception {
    try (Mosquitto broker = new Mosquitto(dir, "max_packet_size 5000")) {
      broker.start();
      Connection connection = transport.connect(Plans.to(broker.address()), heard);
      int largest = connection.largestMessage();
      assertThat(largest).isEqualTo(5000);
      CountDownLatch taken = new CountDownLatch(1);
      connection.publish(TOPIC, new byte[largest - 128 - TOPIC.length()], false, taken::countDown);
      assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
      connection.disconnect();
    }
  }
}

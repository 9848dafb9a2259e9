// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import static io.wayside.rig.transports.Heard.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.clock.MachineLag;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.uplink.transport.ConnectFailed;
import io.wayside.uplink.transport.ConnectPlan;
import io.wayside.uplink.transport.ConnectionLost;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.transport.MqttTransport.Connection;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.transport.TlsFiles;
import io.wayside.uplink.transport.Trouble;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every transport does with every broker. */
public abstract class TransportContract {

  private static final String TOPIC = "way/v1/demo/gw-1/weighing/lane-1";
  private static final Duration BOUND = Duration.ofSeconds(6); // the plan's 3 s, and as much again

  protected final Heard heard = new Heard();
  @TempDir protected Path dir;
  private Broker broker;

  protected abstract MqttTransport transport();

  protected abstract Broker broker(Path folder) throws Exception;

  @BeforeEach
  final void startBroker() throws Exception {
    broker = broker(dir);
    broker.start();
  }

  @AfterEach
  final void stopBroker() throws Exception {
    broker.close();
  }

  private Connection connect() throws ConnectFailed {
    return transport().connect(Plans.to(broker.address()), heard);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyMessageArrivesInOrderAndIsAcknowledged() throws Exception {
    try (Listener listener = new Listener(broker.address(), "way/v1/#")) {
      Connection connection = connect();
      CountDownLatch acknowledged = new CountDownLatch(150);
      for (int i = 0; i < 150; i++) {
        connection.publish(TOPIC, utf8("" + i), false, acknowledged::countDown);
      }
      assertThat(acknowledged.await(60, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < 150; i++) {
        assertThat(soon(listener.heard)).isEqualTo(TOPIC + " " + i);
      }
      connection.disconnect();
      assertThat(heard.losses).isEmpty();
    }
  }

  @Test
  void aMessageThatMayExpireArrivesLikeAnyOther() throws Exception {
    try (Listener listener = new Listener(broker.address(), "way/v1/#")) {
      Connection connection = connect();
      CountDownLatch acknowledged = new CountDownLatch(1);
      connection.publishExpiring(
          TOPIC, utf8("live"), Duration.ofSeconds(60), acknowledged::countDown);
      assertThat(acknowledged.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(soon(listener.heard)).isEqualTo(TOPIC + " live");
      connection.disconnect();
    }
  }

  @Test
  void aLargeMessageArrivesWhole() throws Exception {
    String large = "0123456789abcdef".repeat(3000); // 48 000 bytes
    try (Listener listener = new Listener(broker.address(), "way/v1/#")) {
      Connection connection = connect();
      connection.publish(TOPIC, utf8(large), false, () -> {});
      assertThat(soon(listener.heard)).isEqualTo(TOPIC + " " + large);
      connection.disconnect();
    }
  }

  @Test
  void anAbandonedConnectionLeavesTheWillAnOrderlyEndDoesNot() throws Exception {
    try (Listener listener = new Listener(broker.address(), Plans.STATUS)) {
      connect().disconnect();
      connect().abandon();
      assertThat(soon(listener.heard)).isEqualTo(Plans.STATUS + " " + Plans.OFFLINE);
      assertThat(listener.heard).isEmpty();
      assertThat(heard.losses).isEmpty();
    }
  }

  @Test
  void aBrokerThatGoesAwayIsALossToldOnceAndEndingTwiceIsHarmless() throws Exception {
    Connection connection = connect();
    broker.stop();
    assertThat(soon(heard.losses).trouble()).isEqualTo(Trouble.UNREACHABLE);
    assertThatThrownBy(() -> connection.publish(TOPIC, new byte[0], false, () -> {}))
        .isInstanceOf(ConnectionLost.class);
    assertThatThrownBy(() -> connection.subscribe(TOPIC, heard)).isInstanceOf(ConnectionLost.class);
    connection.abandon();
    connection.abandon();
    connection.disconnect();
    assertThat(heard.losses).isEmpty();
  }

  @Test
  void afterARestartOfTheBrokerANewConnectionWorks() throws Exception {
    Connection first = connect();
    broker.stop();
    soon(heard.losses);
    first.abandon();
    broker.start();
    Connection second = connect();
    CountDownLatch acknowledged = new CountDownLatch(1);
    second.publish(TOPIC, utf8("again"), false, acknowledged::countDown);
    assertThat(acknowledged.await(60, TimeUnit.SECONDS)).isTrue();
    second.disconnect();
  }

  @Test
  void whatIsSubscribedToIsHeard() throws Exception {
    String topic = "way/v1/demo/gw-1/command";
    try (Listener centre = new Listener(broker.address(), "nothing")) {
      centre.say(topic, "old", true);
      Connection connection = connect();
      connection.subscribe(topic, heard);
      assertThat(soon(heard.messages)).isEqualTo(topic + " " + brokerSaysWhatLayThere() + " old");
      centre.say(topic, "new", false);
      assertThat(soon(heard.messages)).isEqualTo(topic + " false new");
      connection.disconnect();
    }
    assertThat(heard.refusals).isEmpty();
  }

  @Test
  void eachSubscriptionHasItsOwnSubscriber() throws Exception {
    Heard states = new Heard();
    Heard commands = new Heard();
    try (Listener centre = new Listener(broker.address(), "nothing")) {
      Connection connection = connect();
      connection.subscribe("host/state", states);
      connection.subscribe("gw/+/command/#", commands);
      assertThat(soon(states.grants)).isEqualTo("host/state");
      assertThat(soon(commands.grants)).isEqualTo("gw/+/command/#");
      centre.say("gw/1/command/a/b", "do", false);
      centre.say("host/state", "online", false);
      centre.say("gw/1/other", "nobody asked", false);
      centre.say("gw/1/command", "last", false);
      assertThat(soon(commands.messages)).isEqualTo("gw/1/command/a/b false do");
      assertThat(soon(commands.messages)).isEqualTo("gw/1/command false last");
      assertThat(soon(states.messages)).isEqualTo("host/state false online");
      assertThat(states.messages).isEmpty();
      assertThat(commands.messages).isEmpty();
      connection.disconnect();
    }
  }

  @Test
  void withoutAcknowledgementMessagesGoInOrderAndBeforeTheNextOneThatHasIt() throws Exception {
    try (Listener listener = new Listener(broker.address(), "way/v1/#")) {
      Connection connection = connect();
      CountDownLatch written = new CountDownLatch(300);
      for (int i = 0; i < 300; i++) {
        connection.publish(new Publication(TOPIC, utf8("" + i), 0, false), written::countDown);
      }
      CountDownLatch acknowledged = new CountDownLatch(1);
      connection.publish(TOPIC, utf8("barrier"), false, acknowledged::countDown);
      assertThat(acknowledged.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(written.await(60, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < 300; i++) {
        assertThat(soon(listener.heard)).isEqualTo(TOPIC + " " + i);
      }
      assertThat(soon(listener.heard)).isEqualTo(TOPIC + " barrier");
      connection.disconnect();
      assertThat(heard.losses).isEmpty();
    }
  }

  @Test
  void whatWasHandedOverIsWrittenBeforeAnOrderlyEnd() throws Exception {
    try (Listener listener = new Listener(broker.address(), "way/v1/#")) {
      for (int i = 0; i < 20; i++) {
        Connection connection = connect();
        connection.publish(new Publication(TOPIC, utf8("last " + i), 0, false), () -> {});
        connection.disconnect();
        assertThat(soon(listener.heard)).isEqualTo(TOPIC + " last " + i);
      }
    }
  }

  @Test
  void aLinkThatTakesNothingHoldsOnlySoManyMessagesWithoutAcknowledgement() throws Exception {
    try (StallingLink link = new StallingLink(broker.port())) {
      ConnectPlan plan = Plans.to(link.address());
      Connection connection = transport().connect(plan, heard);
      link.jam();
      Publication large = new Publication(TOPIC, new byte[200_000], 0, false);
      int most = plan.mostUnwritten() + 200; // and what the sockets on the way hold
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < most; i++) {
                  connection.publish(large, () -> {});
                }
              })
          .isInstanceOf(ConnectionLost.class)
          .hasMessageContaining("the link takes nothing");
      connection.abandon();
    }
  }

  @Test
  void aContentTypeHurtsNobody() throws Exception {
    try (Listener listener = new Listener(broker.address(), "way/v1/#")) {
      Connection connection = connect();
      connection.publish(
          new Publication(TOPIC, utf8("{}"), 1, false).typed("application/json"), () -> {});
      assertThat(soon(listener.heard)).isEqualTo(TOPIC + " {}");
      assertThat(connection.largestMessage()).isGreaterThan(48_000);
      connection.disconnect();
    }
  }

  /** A broker may keep it to itself that a message had been lying there. */
  protected boolean brokerSaysWhatLayThere() {
    return true;
  }

  @Test
  void nobodyThereIsUnreachableAndNamesTheBroker() throws Exception {
    String nowhere = "tcp://127.0.0.1:" + LoopbackPorts.free();
    assertThatThrownBy(() -> transport().connect(Plans.to(nowhere), heard))
        .isInstanceOfSatisfying(
            ConnectFailed.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.UNREACHABLE))
        .hasMessageContaining(nowhere)
        .hasMessageContaining("check the address");
    assertThat(heard.losses).isEmpty();
  }

  @Test
  void anAddressOfAnotherFormIsExplained() {
    for (String bad : new String[] {"http://a:1", "a:1883", "", "tcp://"}) {
      assertThatThrownBy(() -> transport().connect(Plans.to(bad), heard))
          .as(bad)
          .isInstanceOf(ConnectFailed.class)
          .hasMessageContaining("\"" + bad + "\"");
    }
  }

  @Test
  void somebodyWhoSaysNothingIsUnreachableInTime() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String address = "tcp://127.0.0.1:" + silent.getLocalPort();
      Duration took =
          MachineLag.own(
              () ->
                  assertThatThrownBy(() -> transport().connect(Plans.to(address), heard))
                      .isInstanceOfSatisfying(
                          ConnectFailed.class,
                          e -> assertThat(e.trouble()).isEqualTo(Trouble.UNREACHABLE)));
      assertThat(took).isLessThan(BOUND);
    }
  }

  @Test
  void theKeepAliveNoticesAHalfOpenLink() throws Exception {
    try (StallingLink link = new StallingLink(broker.port())) {
      Connection connection =
          transport()
              .connect(Plans.to(link.address(), Duration.ofSeconds(1), TlsFiles.NONE), heard);
      link.stall();
      assertThat(soon(heard.losses).trouble()).isEqualTo(Trouble.UNREACHABLE);
      connection.abandon();
      assertThat(heard.losses).isEmpty();
    }
  }

  @Test
  void endingOnAHalfOpenLinkTakesNotLong() throws Exception {
    try (StallingLink link = new StallingLink(broker.port())) {
      Connection connection = transport().connect(Plans.to(link.address()), heard);
      link.stall();
      Duration took =
          MachineLag.own(
              () -> {
                connection.disconnect();
                connection.abandon();
              });
      assertThat(took).isLessThan(BOUND);
    }
  }
}

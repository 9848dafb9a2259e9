// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.uplink.Profile;
import io.wayside.uplink.Uplink;
import io.wayside.uplink.UplinkPlan;
import io.wayside.uplink.command.CommandRules;
import io.wayside.uplink.paho.PahoTransport;
import io.wayside.uplink.wire.kura.KuraCodec;
import io.wayside.uplink.wire.kura.KuraPayload;
import io.wayside.uplink.wire.kura.KuraValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profile KURA at a real broker: a console asks, the gateway answers. */
class KuraRequestsTest {

  private static final String PROBE = "probe";
  private static final String APP = "$EDC/demo/gw-1/WAYSIDE-V1/";

  @TempDir Path dir;
  private final CountDownLatch heard = new CountDownLatch(1);
  private final RigTime time = new RigTime();
  private final BlockingQueue<KuraPayload> replies = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> carriedOut = new LinkedBlockingQueue<>();
  private Mosquitto broker;
  private PacketRecorder recorder;
  private MqttClient console;

  @BeforeEach
  void start() throws Exception {
    broker = new Mosquitto(dir);
    broker.start();
    recorder = new PacketRecorder(broker.port());
    console = new MqttClient(broker.address(), "console", new MemoryPersistence());
    console.connect();
    console.subscribe(
        "$EDC/demo/console/WAYSIDE-V1/REPLY/#",
        1,
        (topic, message) -> {
          if (topic.endsWith("/" + PROBE)) {
            heard.countDown();
          } else {
            replies.add(KuraCodec.read(message.getPayload()));
          }
        });
  }

  @AfterEach
  void stop() throws Exception {
    console.disconnectForcibly(0, 500);
    console.close(true);
    recorder.close();
    broker.close();
  }

  private Uplink uplink() {
    UplinkPlan standard = UplinkPlan.standard("centre", "demo", "gw-1", recorder.address());
    UplinkPlan kura =
        new UplinkPlan(
            standard.uplinkId(),
            standard.tenant(),
            standard.gateway(),
            standard.release(),
            Profile.KURA,
            standard.brokers(),
            standard.clientId(),
            standard.username(),
            standard.password(),
            standard.window(),
            standard.keepAlive(),
            standard.connectTimeout(),
            standard.patience(),
            Duration.ZERO,
            standard.longestPause(),
            standard.tls(),
            standard.telemetryExpiry(),
            standard.shaping());
    Uplink.Hearing hearing =
        new Uplink.Hearing(
            new CommandRules(Optional.empty(), Set.of(Permission.WATCH, Permission.OPERATE), false),
            command -> {
              carriedOut.add(command.target() + " " + command.verb());
              return new CommandResult.Done(Value.Fields.with("ok", true).build());
            });
    return Uplink.start(
        kura,
        new MemoryOutbox(),
        new PahoTransport(time),
        Optional.of(hearing),
        time,
        new Random(1));
  }

  private void ask(String resource, String id, String body) throws Exception {
    Map<String, KuraValue> metrics = new LinkedHashMap<>();
    metrics.put("request.id", new KuraValue.Text(id));
    metrics.put("requester.client.id", new KuraValue.Text("console"));
    byte[] message =
        KuraCodec.write(
            KuraPayload.at(1, metrics, Optional.of(body.getBytes(StandardCharsets.UTF_8))));
    console.publish(APP + resource, message, 0, false);
  }

  /** The broker takes a subscription some time after it was asked for: asks until it has it. */
  private void awaitHeard() throws Exception {
    for (int tries = 0; tries < 100; tries++) {
      ask("GET/status", PROBE, "");
      if (heard.await(200, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    throw new AssertionError("no request is heard within 20 s");
  }

  private KuraPayload reply() throws Exception {
    return Heard.soon(replies);
  }

  private static String body(KuraPayload payload) {
    return new String(payload.body().orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void aConsoleReadsAndCommandsAndIsToldWhatIsNotThere() throws Exception {
    try (Uplink uplink = uplink()) {
      Eventually.so(
          "it listens",
          () ->
              recorder.packets(Packet.Subscribe.class).stream()
                  .anyMatch(asked -> asked.filter().equals(APP + "#") && asked.qos() == 1));
      Eventually.so("it is connected", () -> uplink.health().code().equals("ok"));
      awaitHeard();
      ask("GET/status", "1", "");
      KuraPayload status = reply();
      assertThat(status.metrics()).containsEntry("response.code", new KuraValue.Int32(200));
      assertThat(body(status)).contains("\"gateway\":\"gw-1\"").contains("\"waiting\":0");
      ask("GET/health", "2", "");
      assertThat(body(reply())).contains("\"part\":\"uplink.centre\"").contains("\"OK\"");
      Instant now = Instant.ofEpochMilli(time.now().wall().toEpochMilli());
      ask(
          "EXEC/command/weighing.lane-1/zero",
          "3",
          "{\"id\":\"k-1\",\"target\":\"weighing.lane-1\",\"verb\":\"zero\",\"actor\":\"console\","
              + "\"reason\":\"test\",\"issued\":\""
              + now
              + "\",\"expires\":\""
              + now.plusSeconds(60)
              + "\"}");
      assertThat(body(reply())).contains("\"outcome\":\"done\"").contains("\"ok\":true");
      assertThat(Heard.soon(carriedOut)).isEqualTo("weighing.lane-1 zero");
      ask("EXEC/reboot", "4", "");
      assertThat(reply().metrics()).containsEntry("response.code", new KuraValue.Int32(404));
      assertThat(carriedOut).isEmpty();
    }
  }

  @Test
  void lifeCycleMessagesGoAtTheQualityOfServiceThatKuraUses() throws Exception {
    try (Uplink uplink = uplink()) {
      Eventually.so("it is connected", () -> uplink.health().code().equals("ok"));
      Eventually.so("a birth", () -> !recorder.packets(Packet.Publish.class).isEmpty());
    }
    Eventually.so("an end", () -> !recorder.packets(Packet.Disconnect.class).isEmpty());
    Packet.Publish will = recorder.packets(Packet.Connect.class).get(0).will().orElseThrow();
    assertThat(will.topic()).isEqualTo("$EDC/demo/gw-1/MQTT/LWT");
    assertThat(will.qos()).isZero();
    assertThat(will.retained()).isFalse();
    List<Packet.Publish> said = recorder.packets(Packet.Publish.class);
    assertThat(said)
        .extracting(message -> message.topic() + " " + message.qos())
        .startsWith("$EDC/demo/gw-1/MQTT/BIRTH 1")
        .endsWith("$EDC/demo/gw-1/MQTT/DC 0");
    assertThat(said).noneMatch(Packet.Publish::retained);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.central.TestBroker;
import io.wayside.rig.central.mqtt.BrokerPlan;
import io.wayside.rig.central.mqtt.CommandLink;
import io.wayside.rig.central.mqtt.SessionFailed;
import io.wayside.rig.central.store.Range;
import io.wayside.rig.central.store.StreamCount;
import io.wayside.rig.central.store.StreamKey;
import io.wayside.rig.transports.TestCa;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResendTest {

  private static final String COMMANDS = "way/v1/test/gw-1/command";
  private static final StreamKey LANE = new StreamKey("gw-1", "weighing.lane-1");
  private static final Wanted WANTED = new Wanted(LANE, new Range(17, 19));

  @TempDir Path folder;
  private final BlockingQueue<String> commands = new ArrayBlockingQueue<>(10);

  /** Answers each command, after an answer to somebody else and one that is none. */
  private void gateway(String address, String answer) throws Exception {
    MqttAsyncClient client = new MqttAsyncClient(address, "gw-1", new MemoryPersistence());
    client.connect().waitForCompletion();
    client
        .subscribe(
            COMMANDS,
            1,
            (topic, message) -> {
              String command = new String(message.getPayload(), StandardCharsets.UTF_8);
              commands.add(command);
              for (String each : List.of("{\"id\":\"other\"}", "no answer", answer)) {
                client.publish(
                    COMMANDS + "-result", each.getBytes(StandardCharsets.UTF_8), 1, false);
              }
            })
        .waitForCompletion();
  }

  private static Resend resend(CommandLink link, Optional<CommandKey> key) {
    return new Resend(link, COMMANDS, "main", "dispatch", key, Clock.systemUTC(), () -> "r-1");
  }

  /** The embedded broker, when it is starved, now and then hangs up on who has just come. */
  private static CommandLink opened(BrokerPlan plan, String topic)
      throws SessionFailed, InterruptedException {
    for (int again = 4; ; again--) {
      try {
        return CommandLink.open(plan, topic);
      } catch (SessionFailed hungUp) {
        if (again == 0) {
          throw hungUp;
        }
      }
    }
  }

  @Test
  void theCommandHasEveryMemberAndTheAnswerWithItsIdIsTaken() throws Exception {
    try (TestBroker broker = new TestBroker(folder)) {
      gateway(broker.address(), "{\"id\":\"r-1\",\"outcome\":\"done\",\"answer\":{\"sent\":3}}");
      BrokerPlan plan =
          new BrokerPlan(
              List.of("tcp://127.0.0.1:1", broker.address()),
              "asking",
              Optional.empty(),
              io.wayside.rig.central.mqtt.TlsFiles.NONE,
              Optional.empty());
      try (CommandLink link = opened(plan, COMMANDS + "-result")) {
        Value.Fields answer = resend(link, Optional.empty()).ask(WANTED).orElseThrow();
        assertThat(answer.get("outcome")).isEqualTo(new Value.Text("done"));
      }
      Value.Fields command = (Value.Fields) Json.read(commands.take()).root();
      assertThat(command.values().keySet())
          .containsExactlyInAnyOrder(
              "id", "target", "verb", "arguments", "actor", "reason", "issued", "expires");
      assertThat(command.get("target")).isEqualTo(new Value.Text("uplink.main"));
      assertThat(command.get("verb")).isEqualTo(new Value.Text("resend"));
      assertThat(Json.write(command.get("arguments")))
          .isEqualTo("{\"stream\":\"weighing.lane-1\",\"first\":17,\"last\":19}");
      Instant issued = Instant.parse(((Value.Text) command.get("issued")).value());
      assertThat(((Value.Text) command.get("expires")).value())
          .isEqualTo(issued.plus(Resend.PATIENCE).toString());
    }
  }

  @Test
  void aSignatureIsOverTheTopicALineFeedAndTheCommand() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path file = folder.resolve("dispatch-1.pem");
    TestCa.writePem(file, "PRIVATE KEY", pair.getPrivate().getEncoded());
    CommandKey key = CommandKey.given(file.toString());
    assertThat(key.name()).isEqualTo("dispatch-1");
    assertThat(CommandKey.given("desk=" + file).name()).isEqualTo("desk");
    Value.Fields signed = (Value.Fields) Json.read(key.sign(COMMANDS, "{\"id\":1}")).root();
    assertThat(signed.get("key")).isEqualTo(new Value.Text("dispatch-1"));
    assertThat(signed.get("command")).isEqualTo(new Value.Text("{\"id\":1}"));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(pair.getPublic());
    check.update((COMMANDS + "\n{\"id\":1}").getBytes(StandardCharsets.UTF_8));
    byte[] signature = Base64.getDecoder().decode(((Value.Text) signed.get("signature")).value());
    assertThat(check.verify(signature)).isTrue();
  }

  @Test
  void aKeyThatCannotBeUsedIsNamed() {
    assertThatThrownBy(() -> CommandKey.given(folder.resolve("none.pem").toString()))
        .isInstanceOf(CommandKey.Unusable.class)
        .hasMessageContaining("none.pem");
  }

  @Test
  void gapsThatLieNearEachOtherAreAskedForAtOnce() {
    StreamCount count =
        new StreamCount(
            LANE,
            1,
            2,
            500,
            1,
            1,
            0,
            0,
            List.of(new Range(3, 4), new Range(20, 20), new Range(40, 41), new Range(62, 70)),
            0,
            0,
            0,
            0,
            Instant.EPOCH);
    assertThat(Wanted.missing(count))
        .containsExactly(new Wanted(LANE, new Range(3, 41)), new Wanted(LANE, new Range(62, 70)));
  }
}

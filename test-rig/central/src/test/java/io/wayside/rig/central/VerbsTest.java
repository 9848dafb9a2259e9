// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.store.JdbcStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} and {@code resend} as somebody at a terminal sees them. */
class VerbsTest {

  private static final String STATUS = "way/v1/test/gw-1/status";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<JournalRecord> lane = Samples.chain("gw-1", "weighing.lane-1", 100);

  private int run(String command) throws InterruptedException {
    out.reset();
    err.reset();
    return new Central(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new CountDownLatch(0))
        .run(List.of(command.split(" ")));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String store(List<JournalRecord> records) throws Exception {
    String address = folder.resolve("central.db").toString();
    try (JdbcStore store = JdbcStore.open(address)) {
      store.store(Samples.sound(records));
    }
    return address;
  }

  @Test
  void verifySaysWhatIsProvenByWhom() throws Exception {
    HeadsSigner signer = new HeadsSigner();
    List<JournalRecord> all = new ArrayList<>(lane);
    all.add(signer.statement("gw-1", 1, Samples.ORIGIN, lane.subList(0, 90)));
    String store = store(all);
    assertThat(run("verify --store " + store)).isZero();
    assertThat(said())
        .isEqualTo(
            """
            gateway  stream           records  chain  proven  through            by key                         written
            gw-1     journal                1  holds       0        -                 -                               -
            gw-1     weighing.lane-1      100  holds      90       90  KEY  2026-11-21T05:00:01.000000007Z
            101 records, 90 proven by signed statements: everything holds
            """
                .replace("KEY", signer.key().id()));
    assertThat(run("verify --json --store " + store)).isZero();
    Value.Fields json = (Value.Fields) Json.read(said().strip()).root();
    assertThat(json.get("holds")).isEqualTo(new Value.Truth(true));
    assertThat(Json.write(json)).contains("\"proven\":90", "\"firstBad\":null");
  }

  @Test
  void aStrangeKeyIsAnAlarmUntilItIsGiven() throws Exception {
    HeadsSigner first = new HeadsSigner();
    HeadsSigner second = new HeadsSigner();
    JournalRecord one = first.statement("gw-1", 1, Samples.ORIGIN, lane);
    JournalRecord two = second.statement("gw-1", 2, one.hash(), lane);
    List<JournalRecord> all = new ArrayList<>(lane);
    all.addAll(List.of(one, two));
    String verify = "verify --store " + store(all);
    assertThat(run(verify)).isEqualTo(Central.NOT_COMPLETE);
    assertThat(said())
        .contains("ALARM: gateway gw-1 signs with key " + second.key().id())
        .contains("first bad: 2, the statement is signed with key " + second.key().id())
        .endsWith("NOT EVERYTHING HOLDS\n");
    String both = " --key gw-1=" + first.key().hex() + " --key gw-1=" + second.key().hex();
    assertThat(run(verify + both)).isZero();
    assertThat(run(verify + " --key gw-1=" + first.key().hex())).isEqualTo(Central.NOT_COMPLETE);
    assertThat(run(verify + " --key gw-1=zz")).isEqualTo(Central.BAD_ARGUMENTS);
    assertThat(run(verify + " --json")).isEqualTo(Central.NOT_COMPLETE);
    assertThat(said()).contains("\"strangeKeys\":[{\"gateway\":\"gw-1\"");
  }

  @Test
  void anEndThatNeverCameIsNamed() throws Exception {
    List<JournalRecord> all = new ArrayList<>(lane.subList(0, 60));
    all.add(new HeadsSigner().statement("gw-1", 1, Samples.ORIGIN, lane));
    assertThat(run("verify --store " + store(all))).isZero();
    assertThat(said()).contains("not here: 61-100, named by a statement");
  }

  @Test
  void anEmptyStoreProvesNothing() throws Exception {
    assertThat(run("verify --store " + store(List.of()))).isZero();
    assertThat(said()).isEqualTo("nothing stored yet\n");
    assertThat(run("verify --store " + folder.resolve("none"))).isEqualTo(Central.STORE_FAILED);
  }

  /** Answers "done" for lane 1 and refuses all else. */
  private static MqttAsyncClient gateway(String broker) throws Exception {
    MqttAsyncClient gateway = new MqttAsyncClient(broker, "gw-1", new MemoryPersistence());
    gateway.connect().waitForCompletion();
    gateway
        .subscribe(
            "way/v1/test/gw-1/command",
            1,
            (topic, message) -> {
              String text = new String(message.getPayload(), StandardCharsets.UTF_8);
              Value.Fields command = (Value.Fields) Json.read(text).root();
              boolean known = text.contains("weighing.lane-1") && text.contains("uplink.north");
              String answer =
                  Json.write(
                      Value.Fields.with("id", command.get("id"))
                          .and("outcome", known ? "done" : "refused")
                          .and("code", known ? "done" : "unfit")
                          .and("message", known ? "" : "no such stream")
                          .and("answer", command.get("arguments"))
                          .build());
              gateway.publish(topic + "-result", answer.getBytes(StandardCharsets.UTF_8), 1, false);
            })
        .waitForCompletion();
    return gateway;
  }

  private static void status(MqttAsyncClient gateway, String text) throws Exception {
    gateway.publish(STATUS, text.getBytes(StandardCharsets.UTF_8), 1, true).waitForCompletion();
  }

  @Test
  void resendAsksForWhatIsMissingAndPrintsEachAnswer() throws Exception {
    List<JournalRecord> some = new ArrayList<>(lane);
    some.subList(69, 72).clear(); // 70 to 72
    some.subList(4, 6).clear(); // 5 and 6
    String store = store(some);
    try (TestBroker broker = new TestBroker(folder.resolve("broker"))) {
      MqttAsyncClient gateway = gateway(broker.address());
      status(gateway, "{\"online\":true,\"gateway\":\"gw-1\",\"uplink\":\"north\"}");
      String resend = "resend --broker " + broker.address() + " --tenant test --gateway gw-1 ";
      assertThat(run(resend + "--missing --store " + store)).isZero();
      assertThat(said())
          .isEqualTo(
              """
              weighing.lane-1 5-6: {"stream":"weighing.lane-1","first":5,"last":6}
              weighing.lane-1 70-72: {"stream":"weighing.lane-1","first":70,"last":72}
              """);
      assertThat(run(resend + "--stream alarms --from 3")).isEqualTo(Central.NOT_COMPLETE);
      assertThat(said()).isEqualTo("alarms 3: refused (unfit): no such stream\n");
      assertThat(run(resend + "--missing --stream alarms --store " + store)).isZero();
      assertThat(said()).isEqualTo("nothing is missing\n");
      status(gateway, "{\"online\":false,\"gateway\":\"gw-1\",\"reason\":\"stopped\"}");
      assertThat(run(resend + "--missing --store " + store)).isEqualTo(Central.NOT_COMPLETE);
      assertThat(said()).contains("gw-1 is not connected (stopped)");
      gateway.disconnect().waitForCompletion();
    }
  }

  @Test
  void whatCannotBeAskedIsRefusedBeforeAnythingIsSent() throws Exception {
    String resend = "resend --broker tcp://127.0.0.1:1 --tenant t --gateway gw-1";
    for (String more :
        List.of(
            "",
            " --stream s",
            " --stream s --from 0",
            " --stream s --from 5 --to 4",
            " --missing",
            " --missing --from 3 --store s",
            " --stream S --from 1",
            " --stream s --from 1 --command-key none.pem")) {
      assertThat(run(resend + more)).as(more).isEqualTo(Central.BAD_ARGUMENTS);
      assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }
    assertThat(run(resend + " --stream s --from 1")).isEqualTo(Central.BROKER_FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("tcp://127.0.0.1:1");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import static io.wayside.uplink.command.Sender.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandGate;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.uplink.wire.Fuzz;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.kura.KuraCodec;
import io.wayside.uplink.wire.kura.KuraPayload;
import io.wayside.uplink.wire.kura.KuraTopics;
import io.wayside.uplink.wire.kura.KuraValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests as Kura's console sends them, with the real judge of commands behind. */
class KuraIntakeTest {

  private static final String APP = "$EDC/demo/gw-1/WAYSIDE-V1/";
  private static final String EXEC = APP + "EXEC/command";
  private static final String GOOD =
      Sender.command("c-1", "2026-11-21T05:00:05Z", "2026-11-21T05:01:00Z");

  private final SetTime time = new SetTime();
  private final CommandGate gate = new CommandGate();
  private final Sender sender = new Sender();
  private final Station station = new Station();
  private final List<Draft> audit = new ArrayList<>();
  private final KuraIntake open =
      intake(Optional.empty(), Set.of(Permission.WATCH, Permission.OPERATE));
  private final KuraIntake signed =
      intake(
          Optional.of(SenderKeys.parse("keys", sender.keyLine("d-1"))), Set.of(Permission.OPERATE));

  KuraIntakeTest() throws Exception {}

  /** Does what the test says and counts. */
  private static final class Station implements CommandHandler {
    int carriedOut;
    Permission asksFor = Permission.OPERATE;
    CommandResult result = new CommandResult.Done(Value.Fields.with("vehicle", 7L).build());

    @Override
    public String target() {
      return "weighing.lane-1";
    }

    @Override
    public Map<String, Permission> verbs() {
      return Map.of("finish-vehicle", asksFor);
    }

    @Override
    public CommandResult handle(Command command) {
      carriedOut++;
      return result;
    }
  }

  private record Reply(String topic, int code, Optional<String> reason, String body) {}

  private KuraIntake intake(Optional<SenderKeys> keys, Set<Permission> permissions) {
    CommandRules rules = new CommandRules(keys, permissions, false);
    Provenance by = new Provenance("0.1.0", "0123456789abcdef", "none");
    CommandIntake commands =
        new CommandIntake(
            "gw-1",
            CommandTopics.of("demo", "gw-1"),
            rules,
            command -> {
              CommandGate.Outcome outcome = gate.submit(command, List.of(station), time.now(), by);
              audit.add(outcome.audit());
              return outcome.result();
            },
            time);
    return new KuraIntake(
        new KuraTopics("demo", "gw-1"),
        commands,
        rules,
        Map.of("status", () -> Value.Fields.with("online", true).build()),
        time);
  }

  @BeforeEach
  void tenSecondsLater() {
    time.passes(Duration.ofSeconds(10));
  }

  private static byte[] request(String id, String requester, byte[] body) {
    Map<String, KuraValue> metrics = new LinkedHashMap<>();
    metrics.put("request.id", new KuraValue.Text(id));
    metrics.put("requester.client.id", new KuraValue.Text(requester));
    return KuraCodec.write(KuraPayload.at(1, metrics, Optional.of(body)));
  }

  private static byte[] request(byte[] body) {
    return request("17", "console-3", body);
  }

  private static Reply ask(KuraIntake intake, String topic, byte[] body) throws Exception {
    return reply(intake.receive(topic, request(body), false).orElseThrow());
  }

  private static Reply reply(Message message) throws Exception {
    assertThat(message.qos()).isZero();
    assertThat(message.retained()).isFalse();
    KuraPayload payload = KuraCodec.read(message.payload());
    return new Reply(
        message.topic(),
        ((KuraValue.Int32) payload.metrics().get("response.code")).value(),
        payload.text("response.exception.message"),
        new String(payload.body().orElse(new byte[0]), StandardCharsets.UTF_8));
  }

  @Test
  void aCommandIsCarriedOutAuditedAndAnsweredToTheRequester() throws Exception {
    Reply reply = ask(open, EXEC, utf8(GOOD));
    assertThat(reply.topic()).isEqualTo("$EDC/demo/console-3/WAYSIDE-V1/REPLY/17");
    assertThat(reply.code()).isEqualTo(200);
    Value.Fields answer = (Value.Fields) Json.read(reply.body()).root();
    assertThat(answer.get("outcome")).isEqualTo(new Value.Text("done"));
    assertThat(answer.get("id")).isEqualTo(new Value.Text("c-1"));
    assertThat(((Value.Fields) answer.get("answer")).get("vehicle")).isEqualTo(new Value.Whole(7));
    assertThat(station.carriedOut).isEqualTo(1);
    assertThat(audit).hasSize(1);
  }

  @Test
  void theSameIdIsCarriedOutOnceWhicheverWayItComes() throws Exception {
    Reply first = ask(open, EXEC, utf8(GOOD));
    Reply again =
        reply(open.receive(EXEC, request("18", "console-4", utf8(GOOD)), false).orElseThrow());
    assertThat(again.code()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.topic()).isEqualTo("$EDC/demo/console-4/WAYSIDE-V1/REPLY/18");
    assertThat(station.carriedOut).isEqualTo(1);
  }

  @Test
  void whereSignaturesAreAskedForTheSameOnesHold() throws Exception {
    assertThat(ask(signed, EXEC, utf8(GOOD)).code()).isEqualTo(400);
    assertThat(ask(signed, EXEC, sender.signed("d-1", "another/topic", GOOD)).reason())
        .hasValueSatisfying(reason -> assertThat(reason).startsWith("bad-signature: "));
    assertThat(station.carriedOut).isZero();
    assertThat(ask(signed, EXEC, sender.signed("d-1", Sender.TOPIC, GOOD)).code()).isEqualTo(200);
    assertThat(station.carriedOut).isEqualTo(1);
  }

  @Test
  void theTopicMayNameTargetAndVerbAndMustNotContradict() throws Exception {
    assertThat(ask(open, EXEC + "/weighing.lane-2/finish-vehicle", utf8(GOOD)).reason())
        .hasValueSatisfying(reason -> assertThat(reason).contains("make them the same"));
    assertThat(ask(open, EXEC + "/weighing.lane-1/zero", utf8(GOOD)).code()).isEqualTo(400);
    assertThat(station.carriedOut).isZero();
    assertThat(ask(open, EXEC + "/weighing.lane-1/finish-vehicle", utf8(GOOD)).code())
        .isEqualTo(200);
  }

  @Test
  void aRefusalHasACodeOfKuraAndTheReasonInWords() throws Exception {
    String old = Sender.command("c-2", "2026-11-21T05:00:05Z", "2026-11-21T05:00:06Z");
    Reply expired = ask(open, EXEC, utf8(old));
    assertThat(expired.code()).isEqualTo(400);
    assertThat(expired.reason().orElse("")).startsWith("expired: ").contains("send a new one");
    assertThat(expired.body()).contains("\"code\":\"expired\"");

    Reply nobody = ask(open, EXEC, utf8(GOOD.replace("lane-1", "lane-9").replace("c-1", "c-3")));
    assertThat(nobody.code()).isEqualTo(404);
    assertThat(ask(open, EXEC, utf8("{")).code()).isEqualTo(400);
    assertThat(ask(open, EXEC, new byte[0]).code()).isEqualTo(400);

    station.result = new CommandResult.Failed("stuck", "the scale does not answer");
    Reply failed = ask(open, EXEC, utf8(GOOD.replace("c-1", "c-4")));
    assertThat(failed.code()).isEqualTo(500);
    assertThat(failed.reason()).contains("stuck: the scale does not answer");
  }

  @Test
  void aRequestThatLayAtTheBrokerIsRefused() throws Exception {
    Reply reply = reply(open.receive(EXEC, request(utf8(GOOD)), true).orElseThrow());
    assertThat(reply.code()).isEqualTo(400);
    assertThat(reply.reason().orElse("")).startsWith("retained: ");
    assertThat(station.carriedOut).isZero();
  }

  @Test
  void whatMayBeReadIsReadByWhomIsAllowedTo() throws Exception {
    Reply status = ask(open, APP + "GET/status", new byte[0]);
    assertThat(status.code()).isEqualTo(200);
    assertThat(status.body()).isEqualTo("{\"online\":true}");
    assertThat(ask(signed, APP + "GET/status", new byte[0]).reason().orElse(""))
        .startsWith("not-permitted");
  }

  @Test
  void whatIsNotThereIsNotFoundAndWhatIsNoMethodIsABadRequest() throws Exception {
    for (String none :
        List.of(
            "GET/records",
            "GET",
            "GET/status/x",
            "PUT/status",
            "POST/x",
            "DEL/command",
            "EXEC/reboot",
            "EXEC/command/x",
            "EXEC")) {
      Reply reply = ask(open, APP + none, utf8(GOOD));
      assertThat(reply.code()).as(none).isEqualTo(404);
      assertThat(reply.reason().orElse("")).as(none).contains("known are");
    }
    assertThat(ask(open, APP + "STEAL/command", utf8(GOOD)).code()).isEqualTo(400);
    assertThat(ask(open, "$EDC/demo/gw-2/WAYSIDE-V1/EXEC/command", utf8(GOOD)).code())
        .isEqualTo(400);
    assertThat(station.carriedOut).isZero();
  }

  @Test
  void withoutAnAddressThereIsNoAnswerAndTheMessageIsCounted() {
    byte[] nobody = KuraCodec.write(KuraPayload.at(1, Map.of(), Optional.of(utf8(GOOD))));
    assertThat(open.receive(EXEC, nobody, false)).isEmpty();
    assertThat(open.receive(EXEC, request("a/b", "c", utf8(GOOD)), false)).isEmpty();
    assertThat(open.receive(EXEC, request("1", "#", utf8(GOOD)), false)).isEmpty();
    assertThat(open.receive(EXEC, new byte[] {1, 2, 3}, false)).isEmpty();
    assertThat(open.unanswerable()).isEqualTo(4);
    assertThat(station.carriedOut).isZero();
  }

  @Test
  void ourOwnAnswersAreNoRequests() {
    assertThat(open.receive(APP + "REPLY/17", request(utf8(GOOD)), false)).isEmpty();
    assertThat(open.receive(APP + "NOTIFY/gw-1/x", new byte[0], false)).isEmpty();
    assertThat(open.unanswerable()).isZero();
  }

  @Test
  void whateverComesNothingHappensAndNoAnswerGoesAstray() {
    station.asksFor = Permission.ADMINISTER; // the centre may not, however a message is changed
    Random random = new Random(99);
    String[] topics = {
      EXEC, EXEC + "/weighing.lane-1/finish-vehicle", APP, APP + "GET/status", APP + "X//", "", "/"
    };
    Fuzz.decoder(
        bytes -> {
          Optional<Message> answer =
              open.receive(topics[random.nextInt(topics.length)], bytes, random.nextBoolean());
          answer.ifPresent(
              message ->
                  assertThat(message.topic())
                      .matches("\\$EDC/demo/[^/+#]+/WAYSIDE-V1/REPLY/[^/+#]+"));
          return answer;
        },
        List.of(request(utf8(GOOD)), request(new byte[0])),
        8 << 20);
    assertThat(open.unanswerable()).isGreaterThan(5_000);
    assertThat(station.carriedOut).isZero();
  }
}

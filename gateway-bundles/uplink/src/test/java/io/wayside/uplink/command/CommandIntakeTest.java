// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import static io.wayside.uplink.command.Sender.command;
import static io.wayside.uplink.command.Sender.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.time.ClockQuality;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandIntakeTest {

  private static final String GOOD = command("c-1", "2026-11-21T05:00:05Z", "2026-11-21T05:01:00Z");

  private final FakePath path = new FakePath();
  private final SetTime time = new SetTime();
  private final CommandIntake intake = intake(false);

  CommandIntakeTest() {
    time.passes(Duration.ofSeconds(10));
  }

  private CommandIntake intake(boolean withoutClock) {
    return new CommandIntake(
        "gw-1",
        CommandTopics.of("demo", "gw-1"),
        new CommandRules(Optional.empty(), Set.of(Permission.OPERATE), withoutClock),
        path,
        time);
  }

  private static Value.Fields answer(byte[] json) throws Exception {
    return (Value.Fields) Json.read(new String(json, StandardCharsets.UTF_8)).root();
  }

  private static String text(Value.Fields answer, String name) {
    return ((Value.Text) answer.get(name)).value();
  }

  private void refuses(String code, byte[] payload) throws Exception {
    Value.Fields answer = answer(intake.receive(payload, false));
    assertThat(text(answer, "outcome")).isEqualTo("refused");
    assertThat(text(answer, "code")).as(text(answer, "message")).isEqualTo(code);
    assertThat(text(answer, "message")).isNotBlank();
    assertThat(path.submitted).isEmpty();
  }

  @Test
  void aGoodCommandGoesToTheCommandPathWithTheRightsOfTheCentre() throws Exception {
    Value.Fields answer = answer(intake.receive(utf8(GOOD), false));
    Command command = path.submitted.get(0);
    assertThat(command.id()).isEqualTo("c-1");
    assertThat(command.target()).isEqualTo("weighing.lane-1");
    assertThat(command.verb()).isEqualTo("finish-vehicle");
    assertThat(command.arguments()).isEqualTo(Value.Fields.with("n", 1).build());
    assertThat(command.actor().name()).isEqualTo("dispatch");
    assertThat(command.actor().face()).isEqualTo("central");
    assertThat(command.actor().permissions()).containsExactly(Permission.OPERATE);
    assertThat(command.reason()).isEqualTo("left the scale");
    assertThat(command.expires()).isEqualTo(Instant.parse("2026-11-21T05:01:00Z"));
    assertThat(text(answer, "id")).isEqualTo("c-1");
    assertThat(text(answer, "outcome")).isEqualTo("done");
    assertThat(text(answer, "gateway")).isEqualTo("gw-1");
    assertThat(text(answer, "clock")).isEqualTo("SYNCHRONISED");
    assertThat(answer.get("answer")).isEqualTo(Value.Fields.with("grossKg", 16_000.0).build());
  }

  @Test
  void whatTheCommandPathSaysIsTheAnswer() throws Exception {
    path.result = new CommandResult.Refused("expired", "send a new one");
    Value.Fields refused = answer(intake.receive(utf8(GOOD), false));
    assertThat(text(refused, "outcome")).isEqualTo("refused");
    assertThat(text(refused, "code")).isEqualTo("expired");
    path.result = new CommandResult.Failed("jammed", "half of it \ud800 was done");
    Value.Fields failed = answer(intake.receive(utf8(GOOD), false));
    assertThat(text(failed, "outcome")).isEqualTo("failed");
    assertThat(text(failed, "message")).isEqualTo("half of it ? was done");
  }

  @Test
  void anOversizedMessageIsRefused() throws Exception {
    refuses("oversized", new byte[CommandIntake.LARGEST + 1]);
    refuses("malformed", new byte[CommandIntake.LARGEST]);
  }

  @Test
  void whatIsNotTheDocumentedFormIsRefused() throws Exception {
    refuses("malformed", new byte[0]);
    refuses("malformed", utf8("[]"));
    refuses("malformed", utf8("{}"));
    refuses("malformed", new byte[] {(byte) 0xC3, 0x28});
    refuses("malformed", utf8("[".repeat(60_000)));
    refuses("malformed", utf8(GOOD.replace("\"reason\"", "\"raison\"")));
    refuses("malformed", utf8(GOOD.replace("{\"n\":1}", "7")));
    refuses("malformed", utf8(GOOD.replace("2026-11-21T05:01:00Z", "tomorrow")));
    refuses("malformed", utf8(GOOD.replace("\"c-1\"", "null")));
    refuses("malformed", utf8(GOOD.replace("2026-11-21T05:01:00Z", "2026-11-21T05:00:05Z")));
    refuses("malformed", utf8(GOOD + "x"));
  }

  @Test
  void aCommandThatLayAtTheBrokerIsRefused() throws Exception {
    Value.Fields answer = answer(intake.receive(utf8(GOOD), true));
    assertThat(text(answer, "code")).isEqualTo("retained");
    assertThat(text(answer, "id")).isEqualTo("c-1");
    assertThat(path.submitted).isEmpty();
  }

  @Test
  void aCommandFromBeforeTheStartIsRefusedForItMayHaveBeenCarriedOut() throws Exception {
    refuses(
        "issued-before-start",
        utf8(command("c-1", "2026-11-21T04:59:59Z", "2026-11-21T05:01:00Z")));
  }

  @Test
  void aStepOfTheClockMovesTheStartWithIt() throws Exception {
    time.wall = time.wall.plus(Duration.ofHours(8));
    refuses(
        "issued-before-start",
        utf8(command("c-1", "2026-11-21T12:59:59Z", "2026-11-21T13:01:00Z")));
    intake.receive(utf8(command("c-2", "2026-11-21T13:00:05Z", "2026-11-21T13:01:00Z")), false);
    assertThat(path.submitted).hasSize(1);
  }

  @Test
  void aCommandFromTheFutureIsRefused() throws Exception {
    refuses(
        "issued-in-future", utf8(command("c-1", "2026-11-21T05:05:11Z", "2026-11-21T05:10:00Z")));
  }

  @Test
  void aClockThatWasNeverSetIsNotTrusted() throws Exception {
    time.quality = ClockQuality.unsynchronised();
    refuses("clock-unsynchronised", utf8(GOOD));
  }

  @Test
  void whoWantsCommandsWithoutAClockGetsThem() {
    CommandIntake trusting = intake(true);
    time.passes(Duration.ofSeconds(1));
    time.quality = ClockQuality.unsynchronised();
    trusting.receive(utf8(command("c-1", "2026-11-21T07:00:00Z", "2026-11-21T07:01:00Z")), false);
    assertThat(path.submitted).hasSize(1);
  }

  @Test
  void withoutACommandPathNothingHappens() throws Exception {
    CommandIntake early =
        new CommandIntake(
            "gw-1",
            CommandTopics.of("demo", "gw-1"),
            new CommandRules(Optional.empty(), Set.of(), true),
            null,
            time);
    time.passes(Duration.ofSeconds(1));
    Value.Fields answer =
        answer(
            early.receive(
                utf8(command("c-1", "2026-11-21T05:00:11Z", "2026-11-21T05:01:00Z")), false));
    assertThat(text(answer, "code")).isEqualTo("not-ready");
  }

  @Test
  void aFaultOfTheCommandPathIsAnAnswerToo() throws Exception {
    CommandIntake broken =
        new CommandIntake(
            "gw-1",
            CommandTopics.of("demo", "gw-1"),
            new CommandRules(Optional.empty(), Set.of(), true),
            command -> {
              throw new IllegalStateException("boom");
            },
            time);
    Value.Fields answer =
        answer(
            broken.receive(
                utf8(command("c-1", "2026-11-21T05:00:11Z", "2026-11-21T05:01:00Z")), false));
    assertThat(text(answer, "outcome")).isEqualTo("failed");
    assertThat(text(answer, "code")).isEqualTo("command-path-fault");
  }
}

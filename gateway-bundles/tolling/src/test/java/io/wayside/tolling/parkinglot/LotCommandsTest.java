// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.CommandResult.Failed;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.control.Letter;
import io.wayside.tolling.lane.LaneOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What machine and attendant say to a parking lane. */
class LotCommandsTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path folder;
  private LotBench bench;

  @BeforeEach
  void somebodyIsInside() throws Exception {
    bench = new LotBench(folder);
    bench.enters("t1");
    bench.leap(Duration.ofMinutes(100));
  }

  private KeptOrder order() {
    return new KeptOrder(folder.resolve("kept"));
  }

  private LotCommands commands(LotBench.Lane lane, Duration patience) {
    return new LotCommands(
        lane.inbox(), bench.time, order(), () -> Optional.of(lane.lane()), patience);
  }

  private static Command command(String verb, String reason, Map<String, Value> arguments) {
    return new Command(
        "c1",
        "station.out-1",
        verb,
        new Value.Fields(arguments),
        new Actor("lan", "cli", Set.of(Permission.OPERATE, Permission.MAINTAIN)),
        reason,
        Instant.MAX);
  }

  /** Somebody asks, and the lane's thread, which is this one, works until he has his answer. */
  private CommandResult told(
      LotBench.Lane lane, String verb, String reason, Map<String, Value> arguments)
      throws Exception {
    LotCommands commands = commands(lane, LONG);
    CompletableFuture<CommandResult> answer =
        CompletableFuture.supplyAsync(() -> commands.handle(command(verb, reason, arguments)));
    while (!answer.isDone()) {
      Letter letter = lane.inbox().next(1_000_000);
      if (letter != null) {
        lane.lane().take(letter);
      }
    }
    bench.pass(500);
    return answer.get();
  }

  private static String answer(CommandResult result) {
    assertThat(result).isInstanceOf(Done.class);
    return Json.write(((Done) result).answer());
  }

  private static String refusal(CommandResult result) {
    assertThat(result).isInstanceOf(Refused.class);
    assertThat(((Refused) result).message()).isNotBlank();
    return ((Refused) result).code();
  }

  private static Map<String, Value> ticket(String number) {
    return Map.of("ticket", new Value.Text(number));
  }

  private void stands(LotBench.Lane lane) {
    lane.arming.is(true);
    bench.pass(500);
  }

  @Test
  void aTicketThatIsShownIsAnsweredWithThePrice() throws Exception {
    assertThat(refusal(told(bench.exit, "identify", "", ticket("t1")))).isEqualTo("no-vehicle");
    stands(bench.exit);
    assertThat(answer(told(bench.exit, "identify", "", ticket("t1"))))
        .contains("\"answer\":\"to-pay\"", "\"pass\":false", "\"openMinor\":50000", "in-1/1");
    assertThat(bench.exit.raise.isOn()).isFalse();
    bench.pays("t1", "r1", 50_000);
    assertThat(answer(told(bench.exit, "identify", "", ticket("t1"))))
        .contains("nothing-open", "\"pass\":true");
    assertThat(bench.exit.raise.isOn()).isTrue();
    bench.exit.drivesOn();
    assertThat(bench.park().view().stays()).isZero();
  }

  @Test
  void ofALostTicketTheMostIsSaidAndWhatIsLeftToTry() throws Exception {
    stands(bench.exit);
    assertThat(answer(told(bench.exit, "lost-ticket", "", Map.of())))
        .contains("no-entry", "plate-search", "most-fare", "\"openMinor\":600000");
    assertThat(bench.exit.raise.isOn()).isFalse();
  }

  @Test
  void whatIsSaidWronglyIsRefusedWithWords() throws Exception {
    stands(bench.exit);
    assertThat(refusal(told(bench.exit, "identify", "", Map.of()))).isEqualTo("wrong-argument");
    assertThat(refusal(told(bench.exit, "identify", "", ticket("t 1"))))
        .isEqualTo("wrong-argument");
    assertThat(refusal(told(bench.exit, "dance", "", Map.of()))).isEqualTo("unknown-verb");
    for (String verb : List.of("grant", "hold-open", "maintain")) {
      assertThat(refusal(told(bench.exit, verb, " ", Map.of()))).isEqualTo("reason-missing");
    }
    assertThat(bench.exit.raise.isOn()).isFalse();
  }

  @Test
  void anAttendantLetsOutWhomeverWasShownAndTakesNoMoney() throws Exception {
    assertThat(refusal(told(bench.exit, "grant", "machine broken", Map.of())))
        .as("nobody is there")
        .isEqualTo("not-now");
    stands(bench.exit);
    told(bench.exit, "identify", "", ticket("t1"));
    answer(told(bench.exit, "grant", "machine broken", Map.of()));
    assertThat(bench.exit.raise.isOn()).isTrue();
    bench.exit.drivesOn();
    assertThat(bench.park().view().stays()).as("his stay has ended").isZero();
    assertThat(bench.records("parking-payment")).isEmpty();
    assertThat(bench.journal.last(LotBench.STREAM, 100))
        .as("what he owed is on record")
        .anyMatch(record -> Json.write(record.body()).contains("\"openMinor\":50000"));
  }

  @Test
  void whatALaneIsToBeIsKept() throws Exception {
    answer(told(bench.exit, "hold-open", "fire drill", Map.of()));
    assertThat(bench.exit.raise.isOn()).isTrue();
    assertThat(order().last(LaneOrder.OPEN)).isEqualTo(LaneOrder.HOLD_OPEN);
    assertThat(answer(told(bench.exit, "state", "", Map.of()))).contains("forced-open");
    answer(told(bench.exit, "maintain", "loop", Map.of()));
    assertThat(order().last(LaneOrder.OPEN)).isEqualTo(LaneOrder.MAINTAIN);
    answer(told(bench.exit, "close", "", Map.of()));
    assertThat(bench.exit.raise.isOn()).isFalse();
    answer(told(bench.exit, "open", "", Map.of()));
    assertThat(order().last(LaneOrder.CLOSE)).isEqualTo(LaneOrder.OPEN);
    assertThat(refusal(told(bench.exit, "retry", "", Map.of())))
        .as("nobody is held")
        .isEqualTo("not-now");
  }

  @Test
  void aLaneThatDoesNotAnswerIsNotSaidToHaveObeyed() {
    CommandResult open =
        commands(bench.exit, Duration.ofMillis(1)).handle(command("open", "", Map.of()));
    assertThat(open).isInstanceOf(Failed.class);
    CommandResult shown =
        commands(bench.exit, Duration.ofMillis(1)).handle(command("identify", "", ticket("t1")));
    assertThat(shown).isInstanceOf(Failed.class);
    assertThat(folder.resolve("kept")).doesNotExist();
    bench.pass(100);
    assertThat(order().last(LaneOrder.CLOSE))
        .as("when it obeys after all, that is kept")
        .isEqualTo(LaneOrder.OPEN);
  }

  @Test
  void aLaneThatHasNotBegunSaysSo() {
    LotCommands early =
        new LotCommands(bench.exit.inbox(), bench.time, order(), Optional::empty, LONG);
    assertThat(refusal(early.handle(command("state", "", Map.of())))).isEqualTo("not-running");
  }

  @Test
  void anInboxWithoutRoomIsBusy() {
    LotCommands commands = commands(bench.exit, Duration.ofMillis(1));
    for (int i = 0; i < 64; i++) {
      commands.handle(command("open", "", Map.of()));
    }
    assertThat(refusal(commands.handle(command("open", "", Map.of())))).isEqualTo("busy");
  }

  @Test
  void everyVerbIsKnownAndAsksForAPermission() throws Exception {
    assertThat(LotCommands.VERBS.keySet())
        .containsExactlyInAnyOrder(
            "state",
            "open",
            "close",
            "hold-open",
            "maintain",
            "grant",
            "retry",
            "identify",
            "lost-ticket");
    for (String verb : LotCommands.VERBS.keySet()) {
      CommandResult result = told(bench.exit, verb, "why", Map.of());
      assertThat(result.toString()).doesNotContain("unknown-verb");
    }
  }
}

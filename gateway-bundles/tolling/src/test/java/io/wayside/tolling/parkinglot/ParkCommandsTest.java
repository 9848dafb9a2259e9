// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cash desk and attendant say to a car park. */
class ParkCommandsTest {

  @TempDir Path folder;
  private LotBench bench;

  @BeforeEach
  void somebodyIsInside() throws Exception {
    bench = new LotBench(folder);
    bench.enters("t1");
    bench.leap(Duration.ofMinutes(100));
  }

  private CommandResult told(String verb, String reason, Map<String, Value> arguments) {
    Command command =
        new Command(
            "c1",
            "station.p1",
            verb,
            new Value.Fields(arguments),
            new Actor("lan", "cli", Set.of(Permission.OPERATE)),
            reason,
            Instant.MAX);
    return new ParkCommands(bench.park(), bench.time).handle(command);
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

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private CommandResult pay(String reference, long minor) {
    return told(
        "pay",
        "",
        Map.of(
            "ticket", text("t1"),
            "minor", new Value.Whole(minor),
            "reference", text(reference),
            "means", text("cash")));
  }

  @Test
  void aPriceIsSaidWithItsReasonsAndPaidOnce() {
    assertThat(answer(told("quote", "", Map.of("ticket", text("t1")))))
        .contains("\"answer\":\"to-pay\"", "\"openMinor\":50000", "\"because\":[");
    assertThat(answer(pay("r1", 50_000))).contains("\"taken\"", "\"openMinor\":0", "paidUntil");
    assertThat(answer(pay("r1", 50_000))).contains("taken-before");
    assertThat(refusal(pay("r2", 50_000))).isEqualTo("nothing-open");
    assertThat(answer(told("quote", "", Map.of("session", text("in-1/1")))))
        .contains("nothing-open");
  }

  @Test
  void aPaymentThatWillNeverBeOnRecordIsNotAnsweredAsTaken() {
    bench.journal.failing(new JournalException.Refused("too large"));
    CommandResult result = pay("r1", 50_000);
    assertThat(result).isInstanceOf(CommandResult.Failed.class);
    assertThat(((CommandResult.Failed) result).code()).isEqualTo("not-recorded");
  }

  @Test
  void whatIsSaidWronglyIsRefusedWithWords() {
    assertThat(refusal(pay("a reference with blanks", 1))).isEqualTo("wrong-argument");
    assertThat(refusal(pay("r1", 0))).isEqualTo("wrong-argument");
    assertThat(refusal(told("quote", "", Map.of("ticket", text("t 1")))))
        .isEqualTo("wrong-argument");
    assertThat(refusal(told("quote", "", Map.of("session", text("in-1")))))
        .isEqualTo("wrong-argument");
    assertThat(refusal(told("dance", "", Map.of()))).isEqualTo("unknown-verb");
  }

  @Test
  void aPersonEndsAStayAndSaysWhy() {
    Map<String, Value> stay = Map.of("session", text("in-1/1"));
    assertThat(refusal(told("end-stay", "", stay))).isEqualTo("wrong-argument");
    assertThat(answer(told("end-stay", "gone", stay))).contains("in-1/1");
    assertThat(refusal(told("end-stay", "gone", stay))).isEqualTo("not-open");
    assertThat(refusal(pay("r1", 50_000))).isEqualTo("unknown-stay");
  }

  @Test
  void aPersonsCountSetsTheCountRight() {
    Map<String, Value> counted = Map.of("counted", new Value.Whole(4));
    assertThat(refusal(told("count", "", counted))).isEqualTo("reason-missing");
    assertThat(answer(told("count", "on foot", counted))).contains("\"corrected\":3");
    assertThat(answer(told("state", "", Map.of()))).contains("\"inside\":4");
  }

  @Test
  void healthTellsWhatToDo() throws Exception {
    assertThat(ParkHealth.of(bench.park().view(), 0).code()).isEqualTo("ok");
    bench.leap(Duration.ofDays(40));
    assertThat(ParkHealth.of(bench.park().view(), 0).code()).isEqualTo("stays-stale");
    assertThat(ParkHealth.of(bench.park().view(), 0).message()).contains("in-1/1", "end-stay");
    bench.park().passedUnasked("out-1", true, 9, "unseen");
    bench.park().passedUnasked("out-1", true, 10, "unseen");
    assertThat(ParkHealth.of(bench.park().view(), 0).code()).isEqualTo("count-below-zero");
  }
}

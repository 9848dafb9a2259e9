// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResendCommandTest {

  private static final String STREAM = "weighing.lane-1";

  @TempDir Path folder;

  private static CommandResult ask(ResendCommand handler, Value.Fields arguments) {
    return handler.handle(
        new Command(
            "c-1",
            "uplink.centre",
            "resend",
            arguments,
            new Actor("centre", "central", Set.of(Permission.OPERATE)),
            "",
            Instant.MAX));
  }

  private static Value.Fields range(String stream, long first, long last) {
    return Value.Fields.with("stream", stream).and("first", first).and("last", last).build();
  }

  private static String refusal(Value.Fields arguments) {
    CommandResult result = ask(new ResendCommand("centre", new FakeOutbox()), arguments);
    assertThat(result).isInstanceOf(CommandResult.Refused.class);
    assertThat(((CommandResult.Refused) result).code()).isEqualTo("bad-arguments");
    return ((CommandResult.Refused) result).message();
  }

  @Test
  void whatWasAcknowledgedComesAgainInSequence() throws Exception {
    try (KeptRecords kept = new KeptRecords(folder, new HandTime())) {
      kept.add(STREAM, Importance.MONEY, 20);
      List<JournalRecord> first = kept.outbox.next(20);
      first.forEach(r -> kept.outbox.acknowledge(r.id()));
      assertThat(kept.outbox.backlog()).isZero();
      ResendCommand handler = new ResendCommand("centre", kept.outbox);
      assertThat(ask(handler, range(STREAM, 5, 9)))
          .isEqualTo(
              new CommandResult.Done(
                  Value.Fields.with("sent", 5).and("kept", "5-9").and("notKept", "").build()));
      assertThat(kept.outbox.backlog()).isEqualTo(5);
      assertThat(kept.outbox.next(50)).isEqualTo(first.subList(4, 9));
      assertThat(kept.outbox.next(50)).isEmpty();
    }
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    try (KeptRecords kept = new KeptRecords(folder, new HandTime())) {
      kept.add(STREAM, Importance.MONEY, 3);
      ResendCommand handler = new ResendCommand("centre", kept.outbox);
      assertThat(ask(handler, range(STREAM, 2, 9)))
          .isEqualTo(
              new CommandResult.Done(
                  Value.Fields.with("sent", 2).and("kept", "2-3").and("notKept", "4-9").build()));
      assertThat(ask(handler, range("never.written", 1, 2)))
          .isEqualTo(
              new CommandResult.Done(
                  Value.Fields.with("sent", 0).and("kept", "").and("notKept", "1-2").build()));
    }
  }

  @Test
  void whatIsNoRangeIsRefusedAndTheReasonNamesIt() {
    assertThat(refusal(range("Lane 1", 1, 2))).contains("\"stream\" is the name");
    assertThat(refusal(range(STREAM, 0, 2))).contains("begin at 1");
    assertThat(refusal(range(STREAM, 3, 2))).contains("not below");
    assertThat(refusal(Value.Fields.with("stream", STREAM).build())).contains("whole numbers");
    assertThat(
            refusal(Value.Fields.with("stream", STREAM).and("first", 1.0).and("last", 2).build()))
        .contains("whole numbers");
    assertThat(
            refusal(
                Value.Fields.with("stream", STREAM)
                    .and("first", 1)
                    .and("last", 2)
                    .and("all", true)
                    .build()))
        .contains("nothing else");
  }

  @Test
  void isKnownUnderTheUplinksNameAndAsksForOperate() {
    ResendCommand handler = new ResendCommand("centre", new FakeOutbox());
    assertThat(handler.target()).isEqualTo("uplink.centre");
    assertThat(handler.verbs()).isEqualTo(Map.of("resend", Permission.OPERATE));
  }

  @Test
  void anAnswerOfManyRangesIsCutAtARange() {
    String many =
        LongStream.range(1, 5000)
            .mapToObj(i -> 2 * i + "-" + 2 * i)
            .collect(Collectors.joining(","));
    FakeOutbox scattered =
        new FakeOutbox() {
          @Override
          public Resend resend(String stream, long first, long last) {
            return new Resend(5000, many, "");
          }
        };
    CommandResult.Done done =
        (CommandResult.Done) ask(new ResendCommand("centre", scattered), range(STREAM, 1, 10_000));
    String text = ((Value.Text) done.answer().get("kept")).value();
    assertThat(text).hasSizeLessThan(4010).endsWith(",…");
    assertThat(many).startsWith(text.substring(0, text.length() - 1));
  }
}

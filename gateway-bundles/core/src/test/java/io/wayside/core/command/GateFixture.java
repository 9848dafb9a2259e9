// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A gate with one handler whose verbs are {@code watch}, {@code operate} and so on. */
final class GateFixture {

  static final String TARGET = "weighing.lane-1";
  static final Provenance PROVENANCE = new Provenance("0.1.0", "0123456789abcdef", "none");

  private final CommandGate gate = new CommandGate();
  private final List<String> handled = new ArrayList<>();
  private final List<Draft> audits = new ArrayList<>();
  private Instant now = Instant.parse("2026-08-22T08:00:00Z");
  private Function<Command, CommandResult> answer =
      command -> new Done(Value.Fields.with("handled", handled.size()).build());

  private final CommandHandler handler =
      new CommandHandler() {
        @Override
        public String target() {
          return TARGET;
        }

        @Override
        public Map<String, Permission> verbs() {
          return Map.of(
              "watch", Permission.WATCH,
              "operate", Permission.OPERATE,
              "maintain", Permission.MAINTAIN,
              "administer", Permission.ADMINISTER);
        }

        @Override
        public CommandResult handle(Command command) {
          handled.add(command.id());
          return answer.apply(command);
        }
      };

  CommandResult submit(Command command) {
    Stamp received = new Stamp(now, ClockQuality.synchronisedBy("ntp"), "boot-1", audits.size());
    CommandGate.Outcome outcome = gate.submit(command, List.of(handler), received, PROVENANCE);
    audits.add(outcome.audit());
    return outcome.result();
  }

  void recall(List<JournalRecord> kept) {
    gate.recall(kept);
  }

  void handlerAnswers(CommandResult result) {
    answer = command -> result;
  }

  void handlerSubmits(Command again) {
    Function<Command, CommandResult> before = answer;
    answer =
        command -> {
          submit(again);
          return before.apply(command);
        };
  }

  void handlerThrows(Throwable fault) {
    answer =
        command -> {
          if (fault instanceof RuntimeException exception) {
            throw exception;
          }
          throw (Error) fault;
        };
  }

  void advance(Duration by) {
    now = now.plus(by);
  }

  Command command(String id) {
    return command(id, TARGET, "operate");
  }

  Command command(String id, String target, String verb) {
    return new Command(
        id,
        target,
        verb,
        new Value.Fields(Map.of()),
        new Actor("linh", "console", EnumSet.allOf(Permission.class)),
        "",
        now.plusSeconds(60));
  }

  Command commandBy(Set<Permission> permissions, Permission verb, String reason) {
    return commandBy("c-1", permissions, verb, reason);
  }

  Command commandBy(String id, Set<Permission> permissions, Permission verb, String reason) {
    Command plain = command(id, TARGET, verb.name().toLowerCase(Locale.ROOT));
    return new Command(
        id,
        plain.target(),
        plain.verb(),
        plain.arguments(),
        new Actor("linh", "console", permissions),
        reason,
        plain.expires());
  }

  Command expiring(String id, Duration ahead) {
    Command plain = command(id);
    return new Command(
        id,
        plain.target(),
        plain.verb(),
        plain.arguments(),
        plain.actor(),
        plain.reason(),
        now.plus(ahead));
  }

  Command withArguments(String id, Value argument) {
    Command plain = command(id);
    return new Command(
        id,
        plain.target(),
        plain.verb(),
        Value.Fields.with("argument", argument).build(),
        plain.actor(),
        plain.reason(),
        plain.expires());
  }

  static Set<Permission> allBut(Permission one) {
    Set<Permission> others = EnumSet.allOf(Permission.class);
    others.remove(one);
    return others;
  }

  List<String> handled() {
    return handled;
  }

  List<Draft> audits() {
    return audits;
  }

  Draft lastAudit() {
    return audits.get(audits.size() - 1);
  }
}

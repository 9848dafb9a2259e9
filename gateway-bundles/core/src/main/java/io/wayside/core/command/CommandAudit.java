// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The audit entry of a command. What was carried out or begun is as important as enforcement and is
 * never dropped; a refusal or a repetition is an event, so that nobody can fill the disk for ever
 * with commands he may not give.
 */
public final class CommandAudit {

  public static final RecordKind KIND = new RecordKind("command-audit", 1);

  /** The stream of all audit entries of a gateway. */
  public static final String STREAM = "commands";

  private CommandAudit() {}

  static Draft repeated(Command command, CommandResult first, Stamp received, Provenance by) {
    Said said = said(first);
    FieldsBuilder body =
        body(
            command,
            command.arguments(),
            new Said(
                "repeated", said.code(), "the first result was given again: " + said.outcome()));
    return draft(Importance.EVENT, body, received, by);
  }

  static Draft of(Command command, CommandResult result, Stamp received, Provenance by) {
    FieldsBuilder body = body(command, command.arguments(), said(result));
    if (result instanceof CommandResult.Done done) {
      body.and("answer", Wish.isRecordable(done.answer()) ? done.answer() : Value.ABSENT);
    }
    return draft(importance(result), body, received, by);
  }

  /** For a command that is too large or too deep to be kept whole. */
  static Draft withoutArguments(
      Command command, CommandResult.Refused result, Stamp received, Provenance by) {
    return draft(Importance.EVENT, body(command, Value.ABSENT, said(result)), received, by);
  }

  /** A command that was carried out or begun, and what became of it. */
  record Past(Command command, CommandResult result) {}

  /** What an audit entry tells of; empty when nothing was done, or when it is none. */
  static Optional<Past> read(JournalRecord entry) {
    Value.Fields body = entry.body();
    Optional<CommandResult> result = result(body);
    if (!entry.kind().equals(KIND)
        || result.isEmpty()
        || !(body.get("arguments") instanceof Value.Fields arguments)) {
      return Optional.empty();
    }
    try {
      Actor actor = new Actor(text(body, "actor"), text(body, "face"), Set.of());
      Command command =
          new Command(
              text(body, "id"),
              text(body, "target"),
              text(body, "verb"),
              arguments,
              actor,
              text(body, "reason"),
              Instant.parse(text(body, "expires")));
      return Optional.of(new Past(command, result.get()));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static Optional<CommandResult> result(Value.Fields body) {
    return switch (text(body, "outcome")) {
      case "done" -> Optional.of(new CommandResult.Done(answer(body)));
      case "failed" ->
          Optional.of(new CommandResult.Failed(text(body, "code"), text(body, "message")));
      default -> Optional.empty();
    };
  }

  private static Value.Fields answer(Value.Fields body) {
    return body.get("answer") instanceof Value.Fields answer
        ? answer
        : Value.Fields.with("answerKept", false).build();
  }

  private static String text(Value.Fields body, String name) {
    return body.get(name) instanceof Value.Text text ? text.value() : "";
  }

  private record Said(String outcome, String code, String message) {}

  private static Said said(CommandResult result) {
    if (result instanceof CommandResult.Refused refused) {
      return new Said("refused", refused.code(), refused.message());
    }
    if (result instanceof CommandResult.Failed failed) {
      return new Said("failed", failed.code(), failed.message());
    }
    return new Said("done", "done", "");
  }

  private static Importance importance(CommandResult result) {
    return result instanceof CommandResult.Refused ? Importance.EVENT : Importance.ENFORCEMENT;
  }

  private static FieldsBuilder body(Command command, Value arguments, Said said) {
    return Value.Fields.with("id", recordable(command.id()))
        .and("target", recordable(command.target()))
        .and("verb", recordable(command.verb()))
        .and("arguments", arguments)
        .and("actor", recordable(command.actor().name()))
        .and("face", recordable(command.actor().face()))
        .and("reason", recordable(command.reason()))
        .and("expires", command.expires().toString())
        .and("outcome", said.outcome())
        .and("code", recordable(said.code()))
        .and("message", recordable(said.message()));
  }

  private static Draft draft(
      Importance importance, FieldsBuilder body, Stamp received, Provenance by) {
    return new Draft(STREAM, KIND, importance, received, by, body.build());
  }

  /** Text as it came, but shortened when endless and with "?" for half a surrogate pair. */
  private static String recordable(String text) {
    String kept =
        text.length() <= CommandGate.LONGEST_TEXT
            ? text
            : text.substring(0, CommandGate.LONGEST_TEXT) + "…";
    return new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}

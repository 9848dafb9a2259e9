// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.command;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Commands of somebody who may open the control socket, as JSON: {@code target} and {@code verb},
 * and where wanted {@code arguments}, {@code reason}, {@code id} and {@code name} of the person.
 * Who may open it is the gateway's own user and may do everything.
 */
public final class CommandText {

  /** Whoever asks waits for the answer. */
  private static final Duration VALID = Duration.ofSeconds(30);

  private CommandText() {}

  public static Command read(String json, Instant now) throws GarbledData {
    if (!(Json.read(json).root() instanceof Value.Fields fields)) {
      throw new GarbledData("a command is an object with \"target\" and \"verb\"");
    }
    Actor actor = new Actor(text(fields, "name", "local"), "cli", EnumSet.allOf(Permission.class));
    return new Command(
        text(fields, "id", UUID.randomUUID().toString()),
        text(fields, "target", null),
        text(fields, "verb", null),
        arguments(fields),
        actor,
        text(fields, "reason", ""),
        now.plus(VALID));
  }

  private static Value.Fields arguments(Value.Fields fields) throws GarbledData {
    Value arguments = fields.get("arguments");
    if (arguments instanceof Value.Fields given) {
      return given;
    }
    if (arguments instanceof Value.Absent) {
      return new Value.Fields(Map.of());
    }
    throw new GarbledData("\"arguments\" of a command is an object");
  }

  private static String text(Value.Fields fields, String name, @Nullable String otherwise)
      throws GarbledData {
    Value value = fields.get(name);
    if (value instanceof Value.Text text) {
      return text.value();
    }
    if (value instanceof Value.Absent && otherwise != null) {
      return otherwise;
    }
    throw new GarbledData("\"" + name + "\" of a command is a text");
  }

  /** A result as JSON with {@code result} {@code done}, {@code refused} or {@code failed}. */
  public static String write(CommandResult result) {
    if (result instanceof CommandResult.Done done) {
      return Json.write(Value.Fields.with("result", "done").and("answer", done.answer()).build());
    }
    if (result instanceof CommandResult.Refused refused) {
      return write("refused", refused.code(), refused.message());
    }
    CommandResult.Failed failed = (CommandResult.Failed) result;
    return write("failed", failed.code(), failed.message());
  }

  /** A refusal as JSON. */
  public static String refused(String code, String message) {
    return write("refused", code, message);
  }

  private static String write(String result, String code, String message) {
    return Json.write(
        Value.Fields.with("result", result).and("code", code).and("message", message).build());
  }
}

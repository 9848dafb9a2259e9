// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.data.Cbor;
import io.wayside.core.data.Value;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** What a command wishes: everything in it but the permissions, which a face may judge anew. */
final class Wish {

  private Wish() {}

  /** Why a command cannot even be remembered and recorded as it is. */
  static Optional<Refused> unfit(Command command) {
    if (command.id().isBlank()) {
      return unfit("the command has no id; send it with a unique one");
    }
    boolean tooLong =
        Stream.of(
                command.id(),
                command.target(),
                command.verb(),
                command.reason(),
                command.actor().name(),
                command.actor().face())
            .anyMatch(text -> text.length() > CommandGate.LONGEST_TEXT);
    if (tooLong) {
      return unfit(
          "id, target, verb, reason, actor and face may have "
              + CommandGate.LONGEST_TEXT
              + " characters each");
    }
    if (!fits(command.arguments(), CommandGate.DEEPEST_ARGUMENTS)) {
      return unfit("arguments may be nested " + CommandGate.DEEPEST_ARGUMENTS + " deep");
    }
    if (Cbor.encode(command.arguments()).length > CommandGate.LARGEST_ARGUMENTS) {
      return unfit(
          "arguments may have " + CommandGate.LARGEST_ARGUMENTS + " bytes; send less at a time");
    }
    return Optional.empty();
  }

  /** Whether an answer can be kept with the command it belongs to. */
  static boolean isRecordable(Value.Fields answer) {
    return fits(answer, CommandGate.DEEPEST_ARGUMENTS)
        && Cbor.encode(answer).length <= CommandGate.LARGEST_ARGUMENTS;
  }

  private static boolean fits(Value value, int levels) {
    if (value instanceof Value.Many many) {
      return levels > 0 && many.values().stream().allMatch(v -> fits(v, levels - 1));
    }
    if (value instanceof Value.Fields fields) {
      return levels > 0 && fields.values().values().stream().allMatch(v -> fits(v, levels - 1));
    }
    return true;
  }

  private static Optional<Refused> unfit(String message) {
    return Optional.of(new Refused("unfit", message));
  }

  /** SHA-256 over the wish, so that remembering it costs the same whatever it holds. */
  static String digest(Command command) {
    Value.Fields all =
        Value.Fields.with("id", hex(command.id()))
            .and("target", hex(command.target()))
            .and("verb", hex(command.verb()))
            .and("arguments", command.arguments())
            .and("actor", hex(command.actor().name()))
            .and("face", hex(command.actor().face()))
            .and("reason", hex(command.reason()))
            .and("expires", command.expires().toString())
            .build();
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Cbor.encode(all)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException("this Java has no SHA-256", everyJavaHasIt);
    }
  }

  /** UTF-16 units in hexadecimal: a sender's text may hold what record text may not. */
  private static String hex(String text) {
    StringBuilder units = new StringBuilder();
    text.chars().forEach(unit -> units.append(HexFormat.of().toHexDigits((char) unit)));
    return units.toString();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is typed while a lane runs: loops that rise and fall, and orders of an attendant. */
final class TypedLines {

  private static final Set<String> ORDERS =
      Set.of("open", "close", "hold-open", "maintain", "grant", "deny", "retry", "state");

  private final Map<String, TypedContact> contacts;
  private final Function<Command, CommandResult> lane;
  private int commands;

  TypedLines(Map<String, TypedContact> contacts, Function<Command, CommandResult> lane) {
    this.contacts = contacts;
    this.lane = lane;
  }

  /** Does what a line says; what is to be told of it, or why nothing was done. */
  Optional<String> take(String line) {
    List<String> words = List.of(line.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
    String first = words.get(0);
    if (first.isEmpty() || first.startsWith("#")) {
      return Optional.empty();
    }
    TypedContact contact = contacts.get(first);
    boolean onOff = words.size() == 2 && Set.of("on", "off").contains(words.get(1));
    if (contact != null && onOff) {
      contact.is(words.get(1).equals("on"));
      return Optional.empty();
    }
    if (words.size() == 1 && ORDERS.contains(first)) {
      return Optional.of(words(lane.apply(command(first))));
    }
    return Optional.of(
        "\""
            + line.strip()
            + "\" is neither a contact ("
            + String.join(", ", contacts.keySet())
            + ") with on or off, nor one of "
            + String.join(", ", ORDERS.stream().sorted().toList()));
  }

  private Command command(String verb) {
    return new Command(
        "bench-" + ++commands,
        "station",
        verb,
        new Value.Fields(Map.of()),
        new Actor("technician", "cli", Set.of(Permission.values())),
        "on the bench",
        Instant.MAX);
  }

  private static String words(CommandResult result) {
    if (result instanceof CommandResult.Done done) {
      return "done: " + io.wayside.core.data.Json.write(done.answer());
    }
    if (result instanceof CommandResult.Refused refused) {
      return "refused: " + refused.message();
    }
    return "failed: " + ((CommandResult.Failed) result).message();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.journal.store.SqliteJournal;
import java.util.Map;

/** What can be asked of the journal by command: how it stands, and to forget a destination. */
final class JournalCommands {

  static final String TARGET = "journal";

  static final Map<String, Permission> VERBS =
      Map.of("status", Permission.WATCH, "forget-destination", Permission.ADMINISTER);

  private final SqliteJournal journal;

  JournalCommands(SqliteJournal journal) {
    this.journal = journal;
  }

  CommandResult handle(Command command) {
    try {
      return switch (command.verb()) {
        case "status" -> new CommandResult.Done(journal.status());
        case "forget-destination" -> forget(command.arguments());
        default ->
            new CommandResult.Refused(
                "unknown-verb", "the journal knows " + VERBS.keySet() + ", not " + command.verb());
      };
    } catch (JournalException.Refused refused) {
      return new CommandResult.Refused("refused", String.valueOf(refused.getMessage()));
    } catch (JournalException failed) {
      return new CommandResult.Failed("journal-unavailable", String.valueOf(failed.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new CommandResult.Failed("stopped", "the gateway is stopping; ask status again");
    }
  }

  private CommandResult forget(Value.Fields arguments)
      throws JournalException, InterruptedException {
    if (!(arguments.values().get("destination") instanceof Value.Text destination)) {
      return new CommandResult.Refused(
          "arguments", "forget-destination needs the argument destination, a text");
    }
    long released = journal.forgetDestination(destination.value());
    return new CommandResult.Done(Value.Fields.with("released", released).build());
  }
}

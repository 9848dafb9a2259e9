// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Names;
import java.util.Map;
import java.util.Set;

/**
 * Sends records again whose numbers somebody misses at the centre, whatever was acknowledged;
 * {@code resend} with {@code stream}, {@code first} and {@code last}.
 */
final class ResendCommand implements CommandHandler {

  static final String VERB = "resend";

  /** Ranges as text are cut beyond this, so that the answer stays a small message. */
  private static final int LONGEST_RANGES = 4000;

  private static final Set<String> ARGUMENTS = Set.of("stream", "first", "last");

  private final String target;
  private final Outbox outbox;

  ResendCommand(String uplinkId, Outbox outbox) {
    this.target = "uplink." + uplinkId;
    this.outbox = outbox;
  }

  @Override
  public String target() {
    return target;
  }

  @Override
  public Map<String, Permission> verbs() {
    return Map.of(VERB, Permission.OPERATE);
  }

  @Override
  public CommandResult handle(Command command) {
    Map<String, Value> given = command.arguments().values();
    for (String name : given.keySet()) {
      if (!ARGUMENTS.contains(name)) {
        return unfit("it takes \"stream\", \"first\" and \"last\", and nothing else");
      }
    }
    if (!(given.get("stream") instanceof Value.Text stream) || !Names.isValid(stream.value())) {
      return unfit(
          "\"stream\" is the name of a stream, 1 to 64 lower-case letters, digits, hyphens or dots");
    }
    if (!(given.get("first") instanceof Value.Whole first)
        || !(given.get("last") instanceof Value.Whole last)) {
      return unfit("\"first\" and \"last\" are whole numbers");
    }
    if (first.value() < 1 || last.value() < first.value()) {
      return unfit("numbers begin at 1, and \"last\" is not below \"first\"");
    }
    return resend(stream.value(), first.value(), last.value());
  }

  private static CommandResult unfit(String why) {
    return new CommandResult.Refused("bad-arguments", "resend: " + why + "; see docs/wire/mqtt.md");
  }

  private CommandResult resend(String stream, long first, long last) {
    try {
      Outbox.Resend resend = outbox.resend(stream, first, last);
      return new CommandResult.Done(
          Value.Fields.with("sent", resend.records())
              .and("kept", bounded(resend.kept()))
              .and("notKept", bounded(resend.notKept()))
              .build());
    } catch (JournalException unreadable) {
      return new CommandResult.Refused(
          "journal-unreadable", unreadable.getMessage() + "; nothing will be sent again");
    }
  }

  private static String bounded(String ranges) {
    return ranges.length() <= LONGEST_RANGES
        ? ranges
        : ranges.substring(0, ranges.lastIndexOf(',', LONGEST_RANGES) + 1) + "…";
  }
}

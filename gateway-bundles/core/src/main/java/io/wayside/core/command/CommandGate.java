// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import io.wayside.core.command.CommandResult.Failed;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges each command, has it carried out at most once, and makes its audit entry. For use by one
 * thread at a time; a {@link CommandPath} puts it behind a lock and writes the entries.
 *
 * <p>The last {@value #REMEMBERED} ids are remembered, over a restart by {@link #recall}. While
 * more than that many carried-out commands have not expired yet, a new one that expires no later
 * than a forgotten one is refused as {@code too-many-commands}, since it might be the same again.
 */
public final class CommandGate {

  /** How far ahead a command may expire. */
  public static final Duration FURTHEST_EXPIRY = Duration.ofHours(24);

  /** How many ids are remembered with their results. */
  public static final int REMEMBERED = 1_000;

  /** Longest id, target, verb, reason or name, in UTF-16 units. */
  public static final int LONGEST_TEXT = 1_000;

  /** Most bytes of arguments, as CBOR. */
  public static final int LARGEST_ARGUMENTS = 16 * 1024;

  /** How deep arguments may be nested; leaves room for all that is put around them later. */
  public static final int DEEPEST_ARGUMENTS = 16;

  private final CommandMemory memory = new CommandMemory(REMEMBERED);

  /**
   * What became of a command.
   *
   * @param result for the sender
   * @param audit for the journal, always one
   */
  public record Outcome(CommandResult result, Draft audit) {}

  /**
   * Remembers what was carried out or begun before a restart, so that nothing is done twice.
   *
   * @param audits the last records of {@link CommandAudit#STREAM}, in sequence
   */
  public void recall(Collection<JournalRecord> audits) {
    for (JournalRecord audit : audits) {
      CommandAudit.read(audit)
          .filter(past -> memory.find(past.command().id()).isEmpty())
          .ifPresent(
              past ->
                  memory.remember(
                      past.command().id(),
                      new CommandMemory.Entry(
                          Wish.digest(past.command()), past.command().expires(), past.result())));
    }
  }

  /**
   * Judges a command and, when nothing speaks against it, has it carried out.
   *
   * @param handlers those known now
   * @param received this moment; commands are judged by its wall time
   * @param by release and configuration for the audit entry
   */
  public Outcome submit(
      Command command,
      Collection<? extends CommandHandler> handlers,
      Stamp received,
      Provenance by) {
    Optional<Refused> unfit = Wish.unfit(command);
    if (unfit.isPresent()) {
      return new Outcome(
          unfit.get(), CommandAudit.withoutArguments(command, unfit.get(), received, by));
    }
    String wish = Wish.digest(command);
    Optional<CommandMemory.Entry> before = memory.find(command.id());
    if (before.isPresent()) {
      return again(command, wish, before.get(), received, by);
    }
    CommandResult result = judge(command, wish, handlers, received);
    memory.remember(command.id(), new CommandMemory.Entry(wish, command.expires(), result));
    return new Outcome(result, CommandAudit.of(command, result, received, by));
  }

  private static Outcome again(
      Command command, String wish, CommandMemory.Entry before, Stamp received, Provenance by) {
    if (before.wish().equals(wish)) {
      CommandResult first = before.result();
      return new Outcome(first, CommandAudit.repeated(command, first, received, by));
    }
    Refused reused =
        new Refused(
            "id-reused",
            "command id \"" + command.id() + "\" stood for another wish; send it with a new id");
    return new Outcome(reused, CommandAudit.of(command, reused, received, by));
  }

  private CommandResult judge(
      Command command, String wish, Collection<? extends CommandHandler> handlers, Stamp received) {
    Optional<Refused> untimely = untimely(command, received);
    if (untimely.isPresent()) {
      return untimely.get();
    }
    if (handlers.stream().noneMatch(h -> h.target().equals(command.target()))) {
      return new Refused(
          "unknown-target",
          "there is no \"" + command.target() + "\" here; there is " + targets(handlers));
    }
    Optional<? extends CommandHandler> handler =
        handlers.stream()
            .filter(h -> h.target().equals(command.target()))
            .filter(h -> h.verbs().containsKey(command.verb()))
            .findFirst();
    if (handler.isEmpty()) {
      return new Refused(
          "unknown-verb",
          "\""
              + command.target()
              + "\" does not know the verb \""
              + command.verb()
              + "\"; it knows "
              + verbs(command.target(), handlers));
    }
    Permission needed = handler.get().verbs().getOrDefault(command.verb(), Permission.ADMINISTER);
    return Entitlement.missing(command, needed)
        .<CommandResult>map(refused -> refused)
        .orElseGet(() -> carryOut(command, wish, handler.get()));
  }

  private static String targets(Collection<? extends CommandHandler> handlers) {
    return listed(handlers.stream().map(CommandHandler::target));
  }

  private static String verbs(String target, Collection<? extends CommandHandler> handlers) {
    return listed(
        handlers.stream()
            .filter(handler -> handler.target().equals(target))
            .flatMap(handler -> handler.verbs().keySet().stream()));
  }

  private static String listed(Stream<String> names) {
    String all = names.distinct().sorted().collect(Collectors.joining(", "));
    return all.isEmpty() ? "nothing to command" : all;
  }

  private Optional<Refused> untimely(Command command, Stamp received) {
    Instant now = received.wall();
    String clock = "the gateway's clock reads " + now + " (" + received.clock().state() + ")";
    if (!command.expires().isAfter(now)) {
      return Optional.of(
          new Refused(
              "expired",
              "the command expired at " + command.expires() + "; " + clock + "; send a new one"));
    }
    if (command.expires().isAfter(now.plus(FURTHEST_EXPIRY))) {
      return Optional.of(
          new Refused(
              "expires-too-late",
              "the command expires at "
                  + command.expires()
                  + ", more than 24 hours ahead; "
                  + clock
                  + "; send one that expires sooner"));
    }
    if (!command.expires().isAfter(memory.vouchesAfter())) {
      return Optional.of(
          new Refused(
              "too-many-commands",
              "more than "
                  + REMEMBERED
                  + " commands have not expired yet, and this may be one of those forgotten; send"
                  + " one that expires after "
                  + memory.vouchesAfter()));
    }
    return Optional.empty();
  }

  /** A handler that submits its own command again finds it in memory as begun. */
  private CommandResult carryOut(Command command, String wish, CommandHandler handler) {
    Failed begun = new Failed("begun", "the command was begun and has no result yet");
    memory.remember(command.id(), new CommandMemory.Entry(wish, command.expires(), begun));
    try {
      return handler.handle(command);
    } catch (RuntimeException | LinkageError fault) {
      return new Failed(
          "handler-fault",
          "\""
              + command.target()
              + "\" broke off \""
              + command.verb()
              + "\" with "
              + fault
              + "; what it had done by then is not known, look at the device");
    }
  }
}

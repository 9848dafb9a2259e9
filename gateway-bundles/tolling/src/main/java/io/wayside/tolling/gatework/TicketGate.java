// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.health.Health;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.JournalException;
import io.wayside.tolling.control.StepThread;
import io.wayside.tolling.gate.GateRecords;
import io.wayside.tolling.gate.Journeys;
import io.wayside.tolling.plaza.PlazaMessage;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A ticket gate with its thread, its records and its verbs. */
public final class TicketGate {

  private static final Logger LOG = LoggerFactory.getLogger(TicketGate.class);

  static final String STATE = "state";
  static final String OPEN = "open";
  static final String HOLD_OPEN = "hold-open";

  /** The verbs, and what each asks for. */
  public static final Map<String, Permission> VERBS =
      Map.of(
          STATE, Permission.WATCH,
          OPEN, Permission.OPERATE,
          HOLD_OPEN, Permission.OPERATE);

  private static final int MOST_LETTERS = 1_024;
  private static final int MOST_RECORDS = 1_024;
  private static final long LAST_RECORDS_MS = 2_000;

  private final GateParts parts;
  private final Mailbox mailbox = new Mailbox(MOST_LETTERS);
  private final Backlog backlog;
  private final StepThread thread;
  private volatile @Nullable GateRun running;

  public TicketGate(GateParts parts) {
    this.parts = parts;
    this.backlog = new Backlog(parts.journal(), MOST_RECORDS, LOG::error);
    this.thread =
        new StepThread(
            "gate-" + parts.settings().id(),
            () -> begin(parts, mailbox, backlog),
            () -> mailbox.errand(() -> {}),
            parts.time());
  }

  private GateRun begin(GateParts parts, Mailbox box, Backlog records) throws StepThread.NotYet {
    GateRun run = run(parts, box, records);
    running = run;
    return run;
  }

  /** A run for whoever steps it. */
  public static GateRun run(GateParts parts, Mailbox mailbox, Backlog backlog)
      throws StepThread.NotYet {
    backlog.retry();
    if (backlog.state().waiting() > 0) {
      throw new StepThread.NotYet("records of the run before wait for the journal");
    }
    try {
      GateHistory history =
          GateHistory.read(
              parts.journal(),
              GateRecords.stream(parts.settings().id()),
              new Journeys(parts.settings().mostJourneys(), parts.settings().rules().blocking()));
      return new GateRun(parts, mailbox, backlog, history);
    } catch (JournalException unread) {
      throw new StepThread.NotYet("look at the journal's health: " + unread.getMessage());
    }
  }

  public void start() {
    thread.start();
  }

  public Health health() {
    return thread.health();
  }

  public CommandResult handle(Command command) {
    GateRun run = running;
    if (run == null) {
      return new CommandResult.Refused(
          "not-running", "the gate has not begun, its health says why; try again then");
    }
    return switch (command.verb()) {
      case STATE -> new CommandResult.Done(run.view().toValue());
      case OPEN -> order(false);
      case HOLD_OPEN ->
          command.reason().isBlank()
              ? new CommandResult.Refused("reason-missing", "say why the gate is to stand open")
              : order(true);
      default ->
          new CommandResult.Refused(
              "unknown-verb", "a gate knows " + VERBS.keySet() + ", not " + command.verb());
    };
  }

  /** Another gate of the station has said something; said too much, it is dropped. */
  public void heard(PlazaMessage message) {
    mailbox.overheard(
        () -> {
          GateRun now = running;
          if (now != null) {
            now.heard(message);
          }
        });
  }

  /** For the run that is there when its turn comes: one that has ended moves nothing any more. */
  private CommandResult order(boolean open) {
    mailbox.errand(
        () -> {
          GateRun now = running;
          if (now != null) {
            now.holdOpen(open);
          }
        });
    return new CommandResult.Done(Value.Fields.with("when", "now").build());
  }

  public void stop() throws InterruptedException {
    thread.stop();
    backlog.retry();
    try {
      backlog.emptied().get(LAST_RECORDS_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException late) {
      LOG.error(
          "{} stops with records the journal did not take: {}",
          parts.settings().id(),
          backlog.contents(),
          late);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.CommandResult.Failed;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.control.Inbox;
import io.wayside.tolling.control.KeptOrder;
import io.wayside.tolling.control.Letter;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOrder;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** The verbs of a parking lane, carried out by its thread and answered when that has done it. */
public final class LotCommands {

  static final String STATE = "state";
  static final String OPEN = "open";
  static final String CLOSE = "close";
  static final String HOLD_OPEN = "hold-open";
  static final String MAINTAIN = "maintain";
  static final String GRANT = "grant";
  static final String RETRY = "retry";
  static final String IDENTIFY = "identify";
  static final String LOST_TICKET = "lost-ticket";

  /** The verbs, and what each asks for. */
  public static final Map<String, Permission> VERBS =
      Map.of(
          STATE, Permission.WATCH,
          OPEN, Permission.OPERATE,
          CLOSE, Permission.OPERATE,
          HOLD_OPEN, Permission.OPERATE,
          MAINTAIN, Permission.MAINTAIN,
          GRANT, Permission.OPERATE,
          RETRY, Permission.OPERATE,
          IDENTIFY, Permission.OPERATE,
          LOST_TICKET, Permission.OPERATE);

  private static final Set<String> WITH_REASON = Set.of(HOLD_OPEN, MAINTAIN, GRANT);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Inbox inbox;
  private final TimeSource time;
  private final KeptOrder kept;
  private final Supplier<Optional<LotLane>> running;
  private final Duration patience;

  public LotCommands(
      Inbox inbox, TimeSource time, KeptOrder kept, Supplier<Optional<LotLane>> running) {
    this(inbox, time, kept, running, PATIENCE);
  }

  /**
   * With another patience.
   *
   * @param patience so long the lane's thread is waited for
   */
  LotCommands(
      Inbox inbox,
      TimeSource time,
      KeptOrder kept,
      Supplier<Optional<LotLane>> running,
      Duration patience) {
    this.patience = patience;
    this.inbox = inbox;
    this.time = time;
    this.kept = kept;
    this.running = running;
  }

  public CommandResult handle(Command command) {
    if (WITH_REASON.contains(command.verb()) && command.reason().isBlank()) {
      return new Refused("reason-missing", "say why: " + command.verb() + " is kept with it");
    }
    Optional<LotLane> lane = running.get();
    if (lane.isEmpty()) {
      return new Refused(
          "not-running", "the lane has not begun, its health says why; try again then");
    }
    String actor = command.actor().name() + " (" + command.actor().face() + ")";
    return switch (command.verb()) {
      case STATE -> new Done(lane.get().view().toValue());
      case OPEN -> order(LaneOrder.OPEN, actor);
      case CLOSE -> order(LaneOrder.CLOSE, actor);
      case HOLD_OPEN -> order(LaneOrder.HOLD_OPEN, actor);
      case MAINTAIN -> order(LaneOrder.MAINTAIN, actor);
      case GRANT -> tell(now -> new LaneEvent.AttendantGrant(now, actor, "attendant"), () -> {});
      case RETRY -> tell(now -> new LaneEvent.Retry(now, Optional.of(actor)), () -> {});
      case IDENTIFY -> show(command, lane.get(), false);
      case LOST_TICKET -> show(command, lane.get(), true);
      default ->
          new Refused(
              "unknown-verb", "a parking lane knows " + VERBS.keySet() + ", not " + command.verb());
    };
  }

  private CommandResult order(LaneOrder order, String actor) {
    return tell(now -> new LaneEvent.Order(now, order, actor), () -> kept.keep(order));
  }

  private CommandResult show(Command command, LotLane lane, boolean lost) {
    Asking asking;
    try {
      asking = AskingReader.asking(command.arguments(), lost);
    } catch (GarbledData wrong) {
      return new Refused("wrong-argument", String.valueOf(wrong.getMessage()));
    }
    if (asking.keys().isEmpty() && !lost) {
      return new Refused("wrong-argument", "name what was shown: ticket, plate or tag");
    }
    String by = lost ? "lost-ticket" : word(asking);
    CompletableFuture<CommandResult> result = new CompletableFuture<>();
    inbox.errand(() -> result.complete(answer(lane.show(asking, by))));
    return wait(result);
  }

  private static String word(Asking asking) {
    return asking.keys().first().kind().name().toLowerCase(Locale.ROOT);
  }

  private static CommandResult answer(Optional<Word> word) {
    return word.isPresent()
        ? new Done(word.get().toValue())
        : new Refused("no-vehicle", "no vehicle waits at the lane; show it when one does");
  }

  /**
   * Tells the lane.
   *
   * @param obeyed done on the lane's thread when it obeys, however long after the answer
   */
  private CommandResult tell(Function<Long, LaneEvent> event, Runnable obeyed) {
    CompletableFuture<Optional<String>> refusal = new CompletableFuture<>();
    if (!inbox.ordered(new Letter.Order(event.apply(time.monotonicNanos()), refusal))) {
      return new Refused("busy", "too much waits for the lane; try again");
    }
    return wait(
        refusal.thenApply(
            why -> {
              if (why.isPresent()) {
                return new Refused("not-now", why.get());
              }
              obeyed.run();
              return new Done(Value.Fields.with("when", "now").build());
            }));
  }

  private CommandResult wait(CompletableFuture<CommandResult> result) {
    try {
      return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException unknown) {
      return new Failed("no-answer", "the lane took it and has not answered; look at its state");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Failed("stopped", "interrupted; look at the lane's state");
    }
  }
}

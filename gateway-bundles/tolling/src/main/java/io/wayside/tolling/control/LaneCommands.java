// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.lane.LaneAct.Request;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.lane.LaneState;
import io.wayside.tolling.lane.Travel;
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

/**
 * The verbs of a toll lane. Permission and audit are the command path's; here is what each needs. A
 * verb is carried out by the lane's thread, and answered when that has done it.
 */
public final class LaneCommands {

  static final String STATE = "state";
  static final String OPEN = "open";
  static final String CLOSE = "close";
  static final String HOLD_OPEN = "hold-open";
  static final String MAINTAIN = "maintain";
  static final String GRANT = "grant";
  static final String DENY = "deny";
  static final String RETRY = "retry";
  static final String TURN = "turn";
  static final String TRY_ARM = "try-arm";
  static final String TRY_LIGHTS = "try-lights";
  static final String CORRECT = "correct";
  static final String AGREE = "agree";

  /** The verbs, and what each asks for. */
  public static final Map<String, Permission> VERBS =
      Map.ofEntries(
          Map.entry(STATE, Permission.WATCH),
          Map.entry(OPEN, Permission.OPERATE),
          Map.entry(CLOSE, Permission.OPERATE),
          Map.entry(HOLD_OPEN, Permission.OPERATE),
          Map.entry(MAINTAIN, Permission.MAINTAIN),
          Map.entry(GRANT, Permission.OPERATE),
          Map.entry(DENY, Permission.OPERATE),
          Map.entry(RETRY, Permission.OPERATE),
          Map.entry(TURN, Permission.OPERATE),
          Map.entry(TRY_ARM, Permission.MAINTAIN),
          Map.entry(TRY_LIGHTS, Permission.MAINTAIN),
          Map.entry(CORRECT, Permission.OPERATE),
          Map.entry(AGREE, Permission.OPERATE));

  /** What a person must say why. */
  private static final Set<String> WITH_REASON =
      Set.of(HOLD_OPEN, MAINTAIN, GRANT, DENY, TURN, CORRECT);

  private static final long PATIENCE_MS = 2_000;

  private final Inbox inbox;
  private final TimeSource time;
  private final KeptOrder kept;
  private final boolean reversible;
  private final Supplier<Optional<LaneView>> view;
  private final Supplier<Optional<Works>> running;
  private final Corrections corrections;

  LaneCommands(
      Inbox inbox,
      TimeSource time,
      KeptOrder kept,
      boolean reversible,
      Supplier<Optional<LaneView>> view,
      Supplier<Optional<Works>> running,
      Corrections corrections) {
    this.inbox = inbox;
    this.time = time;
    this.kept = kept;
    this.reversible = reversible;
    this.view = view;
    this.running = running;
    this.corrections = corrections;
  }

  CommandResult handle(Command command) {
    if (WITH_REASON.contains(command.verb()) && command.reason().isBlank()) {
      return new CommandResult.Refused(
          "reason-missing", "say why: " + command.verb() + " is kept with its reason");
    }
    return switch (command.verb()) { // what is on record can be corrected while the lane stands
      case CORRECT -> corrections.correct(command);
      case AGREE -> corrections.agree(command);
      default -> ofTheLane(command);
    };
  }

  private CommandResult ofTheLane(Command command) {
    Optional<Works> works = running.get();
    if (works.isEmpty()) {
      return new CommandResult.Refused(
          "not-running", "the lane has not begun, its health says why; try again then");
    }
    String actor = command.actor().name() + " (" + command.actor().face() + ")";
    return switch (command.verb()) {
      case STATE -> state();
      case OPEN -> order(LaneOrder.OPEN, actor, works.get());
      case CLOSE -> order(LaneOrder.CLOSE, actor, works.get());
      case HOLD_OPEN -> order(LaneOrder.HOLD_OPEN, actor, works.get());
      case MAINTAIN -> order(LaneOrder.MAINTAIN, actor, works.get());
      case GRANT -> grant(command, actor);
      case DENY -> deny(works.get());
      case RETRY -> tell(now -> new LaneEvent.Retry(now, Optional.of(actor)));
      case TURN -> turn(command, actor, works.get());
      case TRY_ARM -> tryArm(command, works.get());
      case TRY_LIGHTS -> tryLights(command, works.get());
      default ->
          new CommandResult.Refused(
              "unknown-verb", "a toll lane knows " + VERBS.keySet() + ", not " + command.verb());
    };
  }

  private CommandResult order(LaneOrder order, String actor, Works works) {
    CommandResult result = tell(now -> new LaneEvent.Order(now, order, actor));
    if (result instanceof CommandResult.Done) {
      kept.keep(order);
      if (order != LaneOrder.MAINTAIN) {
        inbox.errand(() -> works.effects().restore());
      }
    }
    return result;
  }

  /** The run ends and the lane begins anew the other way, closed, as after a restart. */
  private CommandResult turn(Command command, String actor, Works works) {
    String to = text(command, "to");
    if (!to.equals("forward") && !to.equals("reverse")) {
      return new CommandResult.Refused("wrong-argument", "to must be forward or reverse");
    }
    if (!reversible) {
      return new CommandResult.Refused(
          "not-reversible", "the lane is used one way: its settings do not say reversible");
    }
    Travel travel = Travel.valueOf(to.toUpperCase(Locale.ROOT));
    if (travel == kept.travel()) {
      return done("already");
    }
    // With the lane's word, however late: a lane that is turned and runs on would be turned again
    // unasked, with whoever is in it then.
    return tell(
        now -> new LaneEvent.Turn(now, travel, actor),
        () -> {
          kept.turn(travel);
          works.end();
          inbox.errand(() -> {});
        });
  }

  /** {@code code} stands in the record and on the display, such as {@code cash}. */
  private CommandResult grant(Command command, String actor) {
    Value said = command.arguments().get("code");
    String code = said instanceof Value.Text text ? text.value() : "attendant";
    if (!code.matches("[a-z][a-z0-9-]{0,31}")) {
      return new CommandResult.Refused(
          "wrong-argument", "code must be lower-case words joined by hyphens, such as cash");
    }
    return tell(now -> new LaneEvent.AttendantGrant(now, actor, code));
  }

  /** The vehicle stays held; that somebody decided so is in the audit. */
  private CommandResult deny(Works works) {
    return errand(
        () ->
            works.run().state() == LaneState.HOLD
                ? done("held")
                : new CommandResult.Refused("no-vehicle", "no vehicle is held"));
  }

  private CommandResult tryArm(Command command, Works works) {
    String to = text(command, "to");
    if (!to.equals("raise") && !to.equals("lower")) {
      return new CommandResult.Refused("wrong-argument", "to must be raise or lower");
    }
    return underMaintenance(
        works, () -> works.effects().tryArm(to.equals("raise") ? Request.RAISE : Request.LOWER));
  }

  private CommandResult tryLights(Command command, Works works) {
    String show = text(command, "show");
    if (!Set.of("green", "red", "both", "none").contains(show)) {
      return new CommandResult.Refused("wrong-argument", "show must be green, red, both or none");
    }
    String at = text(command, "end");
    if (!Set.of("", "served", "against").contains(at)) {
      return new CommandResult.Refused("wrong-argument", "end must be served or against");
    }
    Lamps.End end = at.equals("against") ? Lamps.End.AGAINST : Lamps.End.SERVED;
    boolean both = show.equals("both");
    return underMaintenance(
        works,
        () ->
            works
                .effects()
                .tryLamps(end, both || show.equals("green"), both || show.equals("red")));
  }

  private CommandResult underMaintenance(Works works, Runnable trial) {
    return errand(
        () -> {
          if (works.run().state() != LaneState.MAINTENANCE) {
            return new CommandResult.Refused(
                "not-under-maintenance", "order maintain first: a lane in service moves by itself");
          }
          trial.run();
          return done("tried");
        });
  }

  private CommandResult state() {
    Optional<LaneView> now = view.get();
    return now.isPresent()
        ? new CommandResult.Done(ViewBody.of(now.get(), kept.travel()))
        : new CommandResult.Refused("not-running", "the lane has not begun, its health says why");
  }

  private CommandResult tell(Function<Long, LaneEvent> event) {
    return tell(event, () -> {});
  }

  /**
   * Tells the lane.
   *
   * @param whenDone at once when the lane has done it, also when nobody waits for that any more
   */
  private CommandResult tell(Function<Long, LaneEvent> event, Runnable whenDone) {
    CompletableFuture<Optional<String>> refusal = new CompletableFuture<>();
    CompletableFuture<CommandResult> result =
        refusal.thenApply(
            why -> {
              if (why.isEmpty()) {
                whenDone.run();
              }
              return toResult(why);
            });
    if (!inbox.ordered(new Letter.Order(event.apply(time.monotonicNanos()), refusal))) {
      return new CommandResult.Refused("busy", "too much waits for the lane; try again");
    }
    return answer(result);
  }

  private static CommandResult toResult(Optional<String> refusal) {
    return refusal.isPresent() ? new CommandResult.Refused("not-now", refusal.get()) : done("now");
  }

  private CommandResult errand(Supplier<CommandResult> work) {
    CompletableFuture<CommandResult> result = new CompletableFuture<>();
    inbox.errand(() -> result.complete(work.get()));
    return answer(result);
  }

  private static CommandResult answer(CompletableFuture<CommandResult> result) {
    try {
      return result.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException unknown) {
      return new CommandResult.Failed(
          "no-answer", "the lane took it and has not answered; look at its state");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new CommandResult.Failed("stopped", "interrupted; look at the lane's state");
    }
  }

  private static String text(Command command, String name) {
    return command.arguments().get(name) instanceof Value.Text text ? text.value() : "";
  }

  private static CommandResult done(String when) {
    return new CommandResult.Done(Value.Fields.with("when", when).build());
  }
}

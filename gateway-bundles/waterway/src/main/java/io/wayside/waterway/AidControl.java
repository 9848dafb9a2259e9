// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.health.Health;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.Lantern;
import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.control.OrderDesk;
import io.wayside.waterway.control.OrderReader;
import io.wayside.waterway.control.OrderRecords;
import io.wayside.waterway.control.Orders;
import io.wayside.waterway.control.Sight;
import io.wayside.waterway.control.Surroundings;
import io.wayside.waterway.control.View;
import io.wayside.waterway.rhythm.Seen;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders and rules of one aid's light at work. One thread of its own speaks to the lantern; what is
 * seen, what the gauge says and commands come from others. When it stops the light is given back.
 */
final class AidControl implements CommandHandler {

  private static final Logger LOG = LoggerFactory.getLogger(AidControl.class);
  private static final long TICK_MS = 250;
  private static final long AGAIN_MS = 1_000;
  private static final long JOIN_MS = 3_000;
  private static final int LAST_STEPS = 4;
  private static final Duration JOURNAL_PATIENCE = Duration.ofSeconds(2);

  private final AidControlSettings settings;
  private final Supplier<Optional<Lantern>> lantern;
  private final Supplier<OptionalLong> centreLostNanos;
  private final TimeSource time;
  private final Backlog backlog;
  private final OrderDesk desk;
  private final AidVerbs verbs;
  private final RulesAtWork rules;
  private final AidControlHealth health;
  private final OffsetTeller offset;
  private final Semaphore work = new Semaphore(0);
  private final Thread thread;
  private volatile String broken = "";
  private volatile Sight sight = Sight.none();
  private volatile boolean stopped;
  private volatile String unread = "the journal is not read yet";

  /**
   * @param lantern the one that belongs to the aid, while its driver is there
   * @param centreLostNanos since when there is no way to the centre; empty while there is one
   */
  AidControl(
      AidControlSettings settings,
      Supplier<Optional<Lantern>> lantern,
      Supplier<OptionalLong> centreLostNanos,
      Journal journal,
      ProvenanceSource provenance,
      TimeSource time) {
    this.settings = settings;
    this.lantern = lantern;
    this.centreLostNanos = centreLostNanos;
    this.time = time;
    this.backlog = new Backlog(journal, OrderDesk.MOST_WAITING, LOG::error);
    this.rules = new RulesAtWork(settings.rules(), settings.repertoire());
    OrderReader reader =
        new OrderReader(
            settings.limits(),
            settings.repertoire(),
            settings.allowed(),
            () -> lantern.get().map(Lantern::knows).orElseGet(Set::of));
    this.desk =
        new OrderDesk(
            new OrderRecords(settings.aid()),
            reader,
            settings.repertoire(),
            journal,
            backlog,
            provenance,
            time,
            new Orders(settings.limits(), settings.period(), time.monotonicNanos()),
            JOURNAL_PATIENCE);
    this.verbs = new AidVerbs(settings.target(), desk, () -> rules.clearance(time.now()));
    this.health = new AidControlHealth(settings, time);
    this.offset = new OffsetTeller(settings.sync());
    this.thread = new Thread(this::live, "aid-control-" + settings.aid());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void live() {
    try {
      while (!stopped) {
        boolean more = turn();
        if (!more) {
          var unused =
              work.tryAcquire(desk.isRecalled() ? TICK_MS : AGAIN_MS, TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException interrupted) {
      LOG.debug("{}: interrupted while waiting", settings.target());
    }
  }

  /** True when there may be more to say at once. */
  private boolean turn() {
    try {
      recall();
      backlog.retry();
      boolean more = desk.step(lantern.get(), around());
      if (!more && isIdle(desk.view())) {
        offset.turn(lantern.get(), time.monotonicNanos());
      }
      if (more || desk.view().trouble().isEmpty()) {
        broken = "";
      }
      return more;
    } catch (RuntimeException | Error fault) {
      // A thread that ended would hold the light at the order in force beyond its lease.
      LOG.error("{} has a fault in itself; it goes on, report it", settings.target(), fault);
      broken = fault.toString();
      return false;
    }
  }

  /** A lantern that is slow to take its offset would keep an order beyond its lease. */
  private static boolean isIdle(View view) {
    return view.owedSinceNanos().isEmpty() && view.order().isEmpty();
  }

  private void recall() {
    if (desk.isRecalled()) {
      return;
    }
    try {
      desk.recall();
      unread = "";
    } catch (JournalException | GarbledData wrong) {
      unread = String.valueOf(wrong.getMessage());
    }
  }

  private Surroundings around() {
    Sight now = sight;
    return new Surroundings(now, rules.standing(time.now(), now.due()), centreLostNanos.get());
  }

  /** What the light is to show now. */
  Duty duty(long nanos) {
    Duty duty = desk.view().duty();
    return duty.holds(nanos) ? duty : Duty.automatic("its lease is over");
  }

  /** What the light shows; {@code due} is empty where nothing tells whether it is night. */
  void sees(long nanos, Optional<Seen> seen, long sinceNanos, Optional<Boolean> due) {
    Sight.Due lit = due.map(is -> is ? Sight.Due.LIT : Sight.Due.UNLIT).orElse(Sight.Due.NOT_KNOWN);
    sight = new Sight(seen, sinceNanos, lit);
  }

  /**
   * A reading of a gauge.
   *
   * @param gauge {@code DEVICE/STATION}
   */
  void level(String gauge, double levelM, long nanos) {
    rules.level(gauge, levelM, nanos);
  }

  /** Why the lantern was not told by which offset it flashes. */
  Optional<String> untold() {
    return offset.untold();
  }

  /** The lantern's driver left: what it held ends with it. */
  void lanternGone() {
    desk.giveBack("lantern-gone", "the lantern's driver was stopped");
    work.release();
  }

  @Override
  public String target() {
    return verbs.target();
  }

  @Override
  public Map<String, Permission> verbs() {
    return verbs.verbs();
  }

  @Override
  public CommandResult handle(Command command) {
    try {
      return verbs.handle(command);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new CommandResult.Failed(
          "stopped", "the gateway stops; look at the order's records afterwards");
    } finally {
      work.release();
    }
  }

  Health health() {
    return health.of(desk.view(), broken, unread, backlog.state());
  }

  /** Gives the light back, as well as the lantern lets it in a few attempts, and ends. */
  void stop() throws InterruptedException {
    stopped = true;
    work.release();
    thread.join(JOIN_MS);
    if (thread.isAlive()) {
      LOG.error("{}: the lantern does not answer; its lease ends by itself", settings.target());
    } else {
      desk.giveBack("gateway-stops", "the gateway stops; the light is given back");
      Surroundings nothing = new Surroundings(Sight.none(), Optional.empty(), OptionalLong.empty());
      for (int i = 0; i < LAST_STEPS && desk.view().owedSinceNanos().isPresent(); i++) {
        var unused = desk.step(lantern.get(), nothing);
      }
    }
    awaitKept();
  }

  private void awaitKept() throws InterruptedException {
    try {
      backlog.emptied().get(JOIN_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException unkept) {
      LOG.error(
          "{} stops with records the journal did not take: {}",
          settings.target(),
          backlog.contents());
    }
  }
}

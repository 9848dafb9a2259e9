// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import io.wayside.core.alarm.Alarm;
import io.wayside.core.journal.JournalException;
import io.wayside.core.time.Stamp;
import io.wayside.runtime.clock.WallClock;
import io.wayside.runtime.health.AlarmRules;
import io.wayside.runtime.health.Parts;
import io.wayside.runtime.run.Memory;
import io.wayside.runtime.run.RunRecords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second at clock and health and records what changed; every so often, how the gateway
 * is.
 */
@Component(
    service = GatewayWatch.class,
    immediate = true,
    configurationPid = "io.wayside.gateway",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = GatewayConfig.class)
public final class GatewayWatch {

  private static final Logger log = LoggerFactory.getLogger(GatewayWatch.class);
  private static final Path ROOT = Path.of("/");

  private final GatewayRun run;
  private final HealthBoard board;
  private final SystemTime time;
  private final AlarmRules alarms;
  private final long statusEveryNanos;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(GatewayWatch::thread);
  private final ScheduledFuture<?> ticking;
  private long statusDueNanos;
  private boolean journalAilsTold;

  @Activate
  public GatewayWatch(
      GatewayConfig config,
      @Reference GatewayRun run,
      @Reference HealthBoard board,
      @Reference SystemTime time) {
    this.run = run;
    this.board = board;
    this.time = time;
    this.alarms = new AlarmRules(Duration.ofSeconds(config.startingGraceS()));
    this.statusEveryNanos = Duration.ofSeconds(config.statusEveryS()).toNanos();
    this.statusDueNanos = time.monotonicNanos() + statusEveryNanos;
    run.begin(config.name());
    this.ticking = ticks.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    run.onJournal(() -> ticks.execute(this::handIn));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "wayside-watch");
    thread.setDaemon(true);
    return thread;
  }

  private void tick() {
    try {
      look();
      handIn();
    } catch (RuntimeException fault) {
      log.error("the look at clock and health failed; the next is in a second", fault);
    }
  }

  private void handIn() {
    try {
      tell(run.flush());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** One look. */
  void look() {
    time.observe();
    for (WallClock.Step step : time.takeSteps()) {
      log.warn("the wall clock stepped by {}", step.size());
      run.record(RunRecords.stepped(time.at(step.monotonicNanos()), run.by(), step));
    }
    Stamp now = time.now();
    Parts parts = board.parts();
    for (Alarm alarm : alarms.look(parts, now.monotonicNanos())) {
      log.warn(
          "alarm {}: {} {}: {}", alarm.change(), alarm.source(), alarm.code(), alarm.message());
      run.record(RunRecords.alarm(now, run.by(), alarm));
    }
    if (now.monotonicNanos() - statusDueNanos >= 0) {
      statusDueNanos = now.monotonicNanos() + statusEveryNanos;
      run.record(
          RunRecords.status(now, run.by(), parts, Memory.read(ROOT), run.uptime(), run.dropped()));
    }
  }

  /** The journal's own health says what ails it; here it is said once for each time. */
  private void tell(Optional<JournalException> kept) {
    kept.filter(ailment -> !journalAilsTold)
        .ifPresent(
            ailment -> log.warn("the journal takes no records for now: {}", ailment.getMessage()));
    journalAilsTold = kept.isPresent();
  }

  @Deactivate
  public void deactivate() {
    run.onJournal(() -> {});
    ticking.cancel(true);
    ticks.shutdownNow();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.passage.Shift;
import io.wayside.tolling.shift.StationClerk;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the station's report of each shift, and shows it. */
@Component(
    name = TollShiftsComponent.PID,
    configurationPid = TollShiftsComponent.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {HealthSource.class, CommandHandler.class})
@Designate(ocd = TollShiftsConfig.class, factory = true)
public final class TollShiftsComponent implements HealthSource, CommandHandler {

  static final String PID = "io.wayside.station.toll-shifts";

  private static final Logger LOG = LoggerFactory.getLogger(TollShiftsComponent.class);
  private static final long PATIENCE_MS = 5_000;
  private static final String SHOW = "shift";

  private final String id;
  private final TimeSource time;
  private final Journal journal;
  private final StationClerk clerk;
  private final ScheduledExecutorService looker;
  private volatile Health health;

  @Activate
  public TollShiftsComponent(
      TollShiftsConfig config,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time,
      @Reference(name = "provenance") ProvenanceSource provenance)
      throws GarbledData {
    this.id = "station." + config.station_id();
    this.time = time;
    this.journal = journal;
    require(config);
    this.clerk =
        new StationClerk(
            config.stationNumber(),
            Arrays.stream(config.lanes()).map(lane -> "toll." + lane).toList(),
            Duration.ofMinutes(config.waitForLanesMin()),
            journal,
            provenance,
            time);
    this.health = Health.starting(id + " reads its lanes' reports", time.monotonicNanos());
    this.looker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "toll-shifts-" + config.station_id());
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        looker.scheduleWithFixedDelay(this::look, 0, config.lookEveryS(), TimeUnit.SECONDS);
  }

  private static void require(TollShiftsConfig config) throws GarbledData {
    if (!config.stationNumber().matches("[0-9]{4}")) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + ".stationNumber must be four digits such as 0017, as its lanes have it");
    }
    if (config.lanes().length == 0) {
      throw new GarbledData(
          "stations." + config.station_id() + ".lanes names no lane: name those of the station");
    }
  }

  private void look() {
    try {
      for (Draft report : clerk.due()) {
        journal.appendDurably(report);
      }
      say(Health.ok(time.monotonicNanos()));
    } catch (JournalException waits) {
      say(
          new Health(
              Health.Status.DEGRADED,
              "not-reported",
              "the station's shift reports wait for the journal: " + waits.getMessage(),
              time.monotonicNanos()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error fault) {
      LOG.error("{}: a shift's report failed; it is tried again", id, fault);
      say(
          new Health(
              Health.Status.FAILED,
              "internal-fault",
              "a shift report failed, report it with the gateway's log: " + fault,
              time.monotonicNanos()));
    }
  }

  private void say(Health now) {
    if (!now.sameAs(health)) {
      health = now;
    }
  }

  @Deactivate
  public void stop() throws InterruptedException {
    looker.shutdown();
    if (!looker.awaitTermination(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
      looker.shutdownNow(); // a report that was not written is written at the next start
    }
  }

  @Override
  public String healthId() {
    return id;
  }

  @Override
  public Health health() {
    return health;
  }

  @Override
  public String target() {
    return id;
  }

  @Override
  public Map<String, Permission> verbs() {
    return Map.of(SHOW, Permission.WATCH);
  }

  /** Shows a report: of {@code day} and {@code shift}, or the latest. */
  @Override
  public CommandResult handle(Command command) {
    boolean named = !command.arguments().values().isEmpty();
    Optional<Shift> shift = Shift.of(command.arguments());
    if (named && shift.isEmpty()) {
      return new CommandResult.Refused(
          "wrong-argument",
          "day must be a business day such as 2026-11-21 and shift its number from 1 on; without"
              + " both the latest is shown");
    }
    try {
      Optional<JournalRecord> report = clerk.newest(shift);
      return report.isPresent()
          ? new CommandResult.Done(answer(report.get()))
          : new CommandResult.Refused(
              "no-report",
              "there is no report of "
                  + shift.map(Shift::toString).orElse("any shift")
                  + " of "
                  + id
                  + " in the journal: a shift is reported some minutes after it ended, if anything"
                  + " was written in it");
    } catch (JournalException unread) {
      return new CommandResult.Refused(
          "journal-unread", "the report cannot be read: " + unread.getMessage());
    }
  }

  private static Value.Fields answer(JournalRecord report) {
    return Value.Fields.with("record", report.id().toString()).and("report", report.body()).build();
  }
}

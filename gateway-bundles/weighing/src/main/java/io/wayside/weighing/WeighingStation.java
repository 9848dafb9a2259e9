// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.ScaleKeys;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightSource;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.weighing.outbound.Recorder;
import io.wayside.weighing.record.WeighingRecords;
import io.wayside.weighing.statics.Ending;
import io.wayside.weighing.statics.Finding;
import io.wayside.weighing.statics.Situation;
import io.wayside.weighing.statics.StaticWeighing;
import java.util.HashMap;
import java.util.List;
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

/** A weigh station with one platform: listens to the scale and records vehicles. */
@Component(
    name = "io.wayside.station.weighing",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {HealthSource.class, CommandHandler.class})
@Designate(ocd = StaticConfig.class, factory = true)
public final class WeighingStation
    implements HealthSource,
        CommandHandler,
        Listener<WeightReading>,
        StationCommands.Weighing,
        ScaleCommands.Platform {

  static final int MOST_WAITING = 256;

  private static final Logger LOG = LoggerFactory.getLogger(WeighingStation.class);
  private static final long TICK_MS = 250;
  private static final long LAST_RECORDS_MS = 2000;
  private static final Map<String, Permission> VERBS = verbsOfBoth();

  private final Object lock = new Object();
  private final String id;
  private final TimeSource time;
  private final StaticWeighing weighing;
  private final ProvenanceSource provenance;
  private final WeighingRecords records;
  private final Backlog backlog;
  private final Recorder recorder;
  private final StationHealth judge;
  private final StationCommands commands;
  private final WeightSource scale;
  private final ScaleCommands scaleCommands;
  private final ScheduledExecutorService ticker;
  private final Subscription subscription;
  private boolean stopped;
  private volatile Health health;

  @Activate
  public WeighingStation(
      StaticConfig config,
      @Reference(name = "scale") WeightSource scale,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time,
      @Reference(name = "provenance") ProvenanceSource provenance) {
    this(config, scale, journal, time, provenance, tickerOf(config.station_id()));
  }

  WeighingStation(
      StaticConfig config,
      WeightSource scale,
      Journal journal,
      TimeSource time,
      ProvenanceSource provenance,
      ScheduledExecutorService ticker) {
    String station = config.station_id();
    this.id = "station." + station;
    this.time = time;
    this.ticker = ticker;
    long now = time.monotonicNanos();
    this.weighing = new StaticWeighing(Setup.rules(config), now);
    this.backlog = new Backlog(journal, MOST_WAITING, LOG::error);
    this.provenance = provenance;
    this.records =
        new WeighingRecords(
            new WeighingRecords.Origin(
                station, scale.deviceId(), config.calibrationId(), Setup.parameters(config)),
            Setup.budget(config),
            time);
    this.recorder = new Recorder(gap -> records.draft(gap, provenance.current()), backlog);
    this.judge = new StationHealth(station, scale.deviceId());
    this.commands = new StationCommands(this);
    this.scale = scale;
    this.scaleCommands = new ScaleCommands(scale, this);
    this.health = Health.starting("waits for the first reading of " + scale.deviceId(), now);
    this.subscription = scale.subscribe(this);
    var unused =
        ticker.scheduleWithFixedDelay(this::tickSafely, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void stop() throws InterruptedException {
    ticker.shutdown();
    subscription.close();
    synchronized (lock) {
      stopped = true; // a call that was already under way must not begin anything
      record(weighing.stop(time.monotonicNanos()));
      recorder.retry(time.monotonicNanos());
    }
    LastRecords.await(backlog, id, LAST_RECORDS_MS);
  }

  @Override
  public void received(WeightReading reading) {
    synchronized (lock) {
      if (!stopped) {
        record(weighing.hear(reading, tare()));
      }
    }
  }

  private Optional<ScaleKeys.Tare> tare() {
    return scale instanceof ScaleKeys keys ? keys.tareInForce() : Optional.empty();
  }

  @Override
  public void scaleSet() {
    synchronized (lock) {
      if (!stopped) {
        record(weighing.scaleSet(time.monotonicNanos()));
      }
    }
  }

  @Override
  public void interrupted(Interruption interruption) {
    synchronized (lock) {
      if (!stopped) {
        record(weighing.interrupted(interruption));
      }
    }
  }

  /** Lets time pass: silence, vehicles that have gone, records that wait. */
  void tick(long monotonicNanos) {
    synchronized (lock) {
      if (stopped) {
        return;
      }
      List<Finding> found = weighing.tick(monotonicNanos);
      record(found);
      recorder.retry(monotonicNanos);
      Health now =
          judge.judge(weighing.situation(), recorder.waiting(), recorder.lost(), monotonicNanos);
      if (!now.sameAs(health)) {
        health = now;
      }
    }
  }

  @Override
  public void end(Ending ending, String remark) {
    synchronized (lock) {
      record(weighing.end(ending, remark, time.monotonicNanos()));
    }
  }

  private void record(List<Finding> findings) {
    for (Finding finding : findings) {
      recorder.record(records.draft(finding, provenance.current()), finding.sinceNanos());
    }
  }

  @Override
  public Situation situation() {
    synchronized (lock) {
      return weighing.situation();
    }
  }

  @Override
  public CommandResult handle(Command command) {
    if (ScaleCommands.VERBS.containsKey(command.verb())) {
      return scaleCommands.handle(command); // waits for the scale, whose readings need the lock
    }
    synchronized (lock) { // what is decided about a vehicle is done to the same vehicle
      return commands.handle(command);
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
    return VERBS;
  }

  private static Map<String, Permission> verbsOfBoth() {
    Map<String, Permission> all = new HashMap<>(StationCommands.VERBS);
    all.putAll(ScaleCommands.VERBS);
    return Map.copyOf(all);
  }

  private void tickSafely() {
    try {
      tick(time.monotonicNanos());
    } catch (RuntimeException fault) {
      LOG.error("{} has a fault in itself; it goes on, report it", id, fault);
      health =
          new Health(
              Health.Status.FAILED,
              "internal-fault",
              "a fault of the software, see the log: " + fault.getMessage(),
              time.monotonicNanos());
    }
  }

  private static ScheduledExecutorService tickerOf(String station) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, "weighing-" + station);
          thread.setDaemon(true);
          return thread;
        });
  }
}

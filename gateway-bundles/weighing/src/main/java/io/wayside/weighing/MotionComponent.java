// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.Device;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.SampleStream;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.weighing.evidence.SignalFile;
import io.wayside.weighing.evidence.SignalMemory;
import io.wayside.weighing.lane.LaneJudge;
import io.wayside.weighing.lane.OpenInstrument;
import io.wayside.weighing.metrology.Seal;
import io.wayside.weighing.outbound.Recorder;
import io.wayside.weighing.record.MotionRecords;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lane weighed in motion, as the framework sees it. */
@Component(
    name = "io.wayside.station.motion",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {HealthSource.class, CommandHandler.class})
@Designate(ocd = MotionConfig.class, factory = true)
public final class MotionComponent implements HealthSource, CommandHandler {

  private static final Logger LOG = LoggerFactory.getLogger(MotionComponent.class);
  private static final long TICK_MS = 250;
  private static final long LAST_RECORDS_MS = 2000;

  /** How often the software and its parameters are read again: WELMEC 7.2 asks "periodically". */
  private static final long SOFTWARE_CHECK_MS = 3_600_000;

  private static final long MEMORY_NANOS = 60_000_000_000L;

  /** 16 MiB of doubles, whatever the number of channels. */
  private static final long MOST_SAMPLES = 2 << 20;

  private final String id;
  private final BundleContext context;
  private final TimeSource time;
  private final Backlog backlog;
  private final Sealing sealing;
  private final MotionStation station;
  private final MotionCommands commands;
  private final Subscription samples;
  private final Map<Contact, Subscription> contacts = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticker;

  @Activate
  public MotionComponent(
      MotionConfig config,
      BundleContext context,
      @Reference(name = "samples") SampleStream stream,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time,
      @Reference(name = "provenance") ProvenanceSource provenance)
      throws GarbledData, IOException {
    this.id = "station." + config.station_id();
    this.context = context;
    this.time = time;
    this.backlog = new Backlog(journal, WeighingStation.MOST_WAITING, LOG::error);
    SiteFiles files = new SiteFiles(context);
    Node document = files.instrument(config.instrument());
    LaneJudge judge = files.judge(config.lawPack(), config.classScheme());
    ZoneId zone =
        config.timeZone().isEmpty() ? ZoneId.systemDefault() : ZoneId.of(config.timeZone());
    OpenInstrument instrument =
        OpenInstrument.of(
            document, stream.channels().stream().map(SampleStream.Channel::name).toList());
    this.sealing =
        new Sealing(
            config.station_id(),
            instrument.head().id(),
            instrument.parameters(),
            new Seal(config.sealedEvents(), config.sealedSoftware()),
            journal,
            time,
            provenance,
            this::software);
    MotionRecords records =
        new MotionRecords(
            new MotionRecords.Origin(
                config.station_id(),
                stream.deviceId(),
                instrument.head().id(),
                instrument.head().kind().name().toLowerCase(Locale.ROOT),
                instrument.calibrationId(),
                instrument.parameters().hash()),
            time);
    this.station =
        new MotionStation(
            new MotionStation.Parts(
                stream.deviceId(),
                instrument.weighing(),
                (vehicle, flags, at) -> judge.judge(vehicle, flags, LocalDate.ofInstant(at, zone)),
                sealing,
                records,
                new Recorder(gap -> records.draft(gap, provenance.current()), backlog),
                new SignalMemory(MEMORY_NANOS, MOST_SAMPLES),
                new SignalFile(stream, document.value()),
                config.keepSignals(),
                Math.round(config.signalAroundS() * 1e9),
                provenance,
                time));
    this.commands = new MotionCommands(station, sealing);
    this.ticker = tickerOf(config.station_id());
    this.samples = stream.subscribe(station);
    every(TICK_MS, this::tick);
    every(SOFTWARE_CHECK_MS, this::checkSoftware);
  }

  /** Loops and curtains that are contacts; the instrument passes over those it does not name. */
  @Reference(
      name = "contact",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addContact(Contact contact, Map<String, Object> properties) {
    String contactId = String.valueOf(properties.get(Device.ID));
    contacts.put(
        contact,
        contact.subscribe(
            new Listener<ContactChange>() {
              @Override
              public void received(ContactChange change) {
                station.contact(contactId, change);
              }

              @Override
              public void interrupted(Interruption interruption) {
                LOG.warn("{}: {} is not heard: {}", id, contactId, interruption.detail());
              }
            }));
  }

  void removeContact(Contact contact) {
    Subscription subscription = contacts.remove(contact);
    if (subscription != null) {
      subscription.close();
    }
  }

  @Deactivate
  void stop() throws InterruptedException {
    ticker.shutdown();
    samples.close();
    contacts.values().forEach(Subscription::close);
    station.stop();
    LastRecords.await(backlog, id, LAST_RECORDS_MS);
  }

  private void every(long ms, Runnable task) {
    var unused = ticker.scheduleWithFixedDelay(task, ms, ms, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      station.tick(time.monotonicNanos());
    } catch (RuntimeException fault) {
      LOG.error("{} has a fault in itself; it goes on, report it", id, fault);
      station.fault(fault);
    }
  }

  private void checkSoftware() {
    sealing.checkSoftware();
  }

  private Optional<String> software() {
    try {
      return Optional.of(LegalSoftware.read(context).hash());
    } catch (IOException | IllegalStateException unreadable) {
      LOG.error("{}: the installed software cannot be read", id, unreadable);
      return Optional.empty();
    }
  }

  @Override
  public String healthId() {
    return id;
  }

  @Override
  public Health health() {
    return station.health();
  }

  @Override
  public String target() {
    return id;
  }

  @Override
  public Map<String, Permission> verbs() {
    return MotionCommands.VERBS;
  }

  @Override
  public CommandResult handle(Command command) {
    return commands.handle(command);
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

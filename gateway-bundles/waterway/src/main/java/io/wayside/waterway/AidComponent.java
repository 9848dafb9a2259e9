// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.centre.CentreLink;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.Device;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Output;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSource;
import io.wayside.core.water.Lantern;
import io.wayside.core.water.WaterQuantity;
import io.wayside.core.water.WaterReading;
import io.wayside.core.water.WaterSource;
import io.wayside.waterway.AidDevices.Role;
import io.wayside.waterway.aid.Told;
import io.wayside.waterway.automation.OutputLantern;
import io.wayside.waterway.record.AidRecords;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
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

/** An aid to navigation, as the framework sees it. */
@Component(
    name = "io.wayside.station.aid",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {HealthSource.class, CommandHandler.class})
@Designate(ocd = AidConfig.class, factory = true)
public final class AidComponent implements HealthSource, CommandHandler {

  private static final Logger LOG = LoggerFactory.getLogger(AidComponent.class);
  private static final long TICK_MS = 1000;
  private static final long LAST_RECORDS_MS = 2_000;

  /** A day of reports every few minutes. */
  private static final int MOST_WAITING = 1000;

  private final String id;
  private final TimeSource time;
  private final Backlog backlog;
  private final AidStation station;
  private final AidDevices devices;
  private final Optional<AidControl> control;
  private final CentreWatch centre;
  private final Map<Output, OutputLantern> relays = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticker;
  private volatile Optional<Health> broken = Optional.empty();
  private volatile Optional<DarkOutput> fallsDark = Optional.empty();

  /** An output that nobody may switch a lamp with. */
  private record DarkOutput(Output output, Health health) {}

  @Activate
  public AidComponent(
      BundleContext context,
      AidConfig config,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time,
      @Reference(name = "provenance") ProvenanceSource provenance)
      throws GarbledData {
    this(siteFolder(context), config, journal, time, provenance);
  }

  private static Path siteFolder(BundleContext context) {
    String folder = context.getProperty("wayside.site");
    return Path.of(folder == null ? "" : folder).toAbsolutePath();
  }

  /**
   * @param site the folder of the site document
   */
  AidComponent(
      Path site, AidConfig config, Journal journal, TimeSource time, ProvenanceSource provenance)
      throws GarbledData {
    this.id = "station." + config.station_id();
    this.time = time;
    this.centre = new CentreWatch(time.monotonicNanos());
    AidParts parts = AidParts.of(config);
    this.backlog = new Backlog(journal, MOST_WAITING, LOG::error);
    Optional<AidControlSettings> light = new AidLight(config, parts, site).settings();
    this.devices =
        new AidDevices(
            parts.aid().sources(), light.map(AidControlSettings::gauges).orElse(Set.of()));
    this.control =
        light.map(
            settings ->
                new AidControl(
                    settings, devices::lantern, centre::lostSinceNanos, journal, provenance, time));
    this.station =
        new AidStation(
            parts,
            control.map(LightOrders::of).orElseGet(LightOrders::none),
            before(journal, parts.aid().id()),
            backlog,
            provenance,
            time);
    control.ifPresent(AidControl::start);
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "aid-" + config.station_id());
              thread.setDaemon(true);
              return thread;
            });
    tick(); // Before anything is heard: how long nothing was known is judged first.
    var unused = ticker.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  /** Without them it begins as one that nothing is known of. */
  private List<JournalRecord> before(Journal journal, String aid) {
    try {
      return journal.last(AidRecords.stream(aid), LastState.RECORDS);
    } catch (JournalException unreadable) {
      LOG.warn(
          "{}: what was known of {} before cannot be read; it is unknown", id, aid, unreadable);
      return List.of();
    }
  }

  private void tick() {
    try {
      devices.photocell().ifPresent(cell -> station.photocell(cell.active()));
      devices.light().flatMap(Contact::active).ifPresent(station::lit);
      station.tick();
      broken = Optional.empty();
    } catch (RuntimeException | Error fault) {
      // Thrown on, it would end the ticks for good and leave health as it was.
      LOG.error("{} has a fault in itself; it goes on, report it", id, fault);
      broken = broken.or(() -> Optional.of(fault(fault)));
    }
  }

  @Reference(
      name = "aids",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addAids(AidSource source, Map<String, Object> properties) {
    String device = String.valueOf(properties.get(Device.ID));
    if (devices.reports(device)) {
      devices.add(
          Role.REPORTS,
          device,
          source,
          source.subscribe(
              new Hearing<AidReport>(
                  report -> station.report(new Told(device, report.aid()), report))));
    }
  }

  void removeAids(AidSource source) {
    devices.remove(Role.REPORTS, source);
  }

  @Reference(
      name = "water",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addWater(WaterSource source, Map<String, Object> properties) {
    String device = String.valueOf(properties.get(Device.ID));
    if (devices.measures(device)) {
      devices.add(
          Role.WATER,
          device,
          source,
          source.subscribe(
              new Hearing<WaterReading>(
                  reading -> measured(new Told(device, reading.station()), reading))));
    }
  }

  private void measured(Told from, WaterReading reading) {
    station.water(from, reading);
    if (reading.quantity() == WaterQuantity.LEVEL_M) {
      control.ifPresent(
          light -> light.level(from.toString(), reading.value(), reading.monotonicNanos()));
    }
  }

  void removeWater(WaterSource source) {
    devices.remove(Role.WATER, source);
  }

  @Reference(
      name = "contact",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addContact(Contact contact, Map<String, Object> properties) {
    String device = String.valueOf(properties.get(Device.ID));
    if (devices.isPhotocell(device)) {
      devices.addPhotocell(device, contact);
    }
    if (devices.isLight(device)) {
      Subscription subscription =
          contact.subscribe(
              new LightHearing<ContactChange>(
                  station, change -> station.edge(change.monotonicNanos(), change.active())));
      devices.add(Role.LIGHT, device, contact, subscription);
    }
  }

  void removeContact(Contact contact) {
    if (devices.remove(Role.PHOTOCELL, contact)) {
      station.photocell(Optional.empty());
    }
    if (devices.remove(Role.LIGHT, contact)) {
      station.lightSilent(time.monotonicNanos());
    }
  }

  // Were it named lantern, the site's check would refuse an output as lanternDevice.
  @Reference(
      name = "lanterns",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addLantern(Lantern lantern, Map<String, Object> properties) {
    String device = String.valueOf(properties.get(Device.ID));
    if (devices.isLantern(device)) {
      devices.addLantern(device, lantern);
    }
  }

  void removeLantern(Lantern lantern) {
    if (devices.remove(Role.LANTERN, lantern)) {
      control.ifPresent(AidControl::lanternGone);
    }
  }

  @Reference(
      name = "centre",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addCentre(CentreLink link) {
    centre.add(link);
  }

  void removeCentre(CentreLink link) {
    centre.remove(link, time.monotonicNanos());
  }

  @Reference(
      name = "output",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addOutput(Output output, Map<String, Object> properties) {
    String device = String.valueOf(properties.get(Device.ID));
    if (!devices.isLantern(device)) {
      return;
    }
    if (!output.safeState()) {
      fallsDark = Optional.of(new DarkOutput(output, unsafe(output)));
      return;
    }
    OutputLantern relay = new OutputLantern(output);
    relays.put(output, relay);
    devices.addLantern(device, relay);
  }

  void removeOutput(Output output) {
    fallsDark = fallsDark.filter(dark -> !dark.output().equals(output));
    OutputLantern relay = relays.remove(output);
    if (relay != null) {
      removeLantern(relay);
    }
  }

  @Reference(
      name = "samples",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addSamples(SampleStream stream, Map<String, Object> properties) {
    String device = String.valueOf(properties.get(Device.ID));
    if (devices.isLight(device)) {
      int channel = devices.channel(stream.channels());
      if (channel < 0) {
        LOG.error("{}: {} has no such channel; its channels: {}", id, device, stream.channels());
        return;
      }
      Subscription subscription =
          stream.subscribe(
              new LightHearing<SampleBlock>(station, block -> station.samples(block, channel)));
      devices.add(Role.LIGHT, device, stream, subscription);
    }
  }

  void removeSamples(SampleStream stream) {
    if (devices.remove(Role.LIGHT, stream)) {
      station.lightSilent(time.monotonicNanos());
    }
  }

  @Deactivate
  void stop() throws InterruptedException {
    ticker.shutdown();
    if (control.isPresent()) {
      control.get().stop(); // Gives the light back while its lantern is still there.
    }
    devices.close();
    station.stop();
    try {
      backlog.emptied().get(LAST_RECORDS_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException notKept) {
      LOG.error("{} stops with records the journal did not take: {}", id, backlog.contents());
    }
  }

  /** Reports that do not come are noticed by their absence, whatever the reason. */
  private record Hearing<E>(Consumer<E> received) implements Listener<E> {
    @Override
    public void received(E event) {
      received.accept(event);
    }

    @Override
    public void interrupted(Interruption interruption) {
      LOG.debug("nothing is heard: {}", interruption.detail());
    }
  }

  /** What a light did while its input was interrupted is not known. */
  private record LightHearing<E>(AidStation station, Consumer<E> received) implements Listener<E> {
    @Override
    public void received(E event) {
      received.accept(event);
    }

    @Override
    public void interrupted(Interruption interruption) {
      station.lightSilent(interruption.sinceMonotonicNanos());
    }
  }

  @Override
  public String healthId() {
    return id;
  }

  @Override
  public Health health() {
    Health own = broken.orElseGet(() -> station.health(devices.missing()));
    if (control.isEmpty()) {
      return own;
    }
    Health light = fallsDark.map(DarkOutput::health).orElseGet(control.get()::health);
    boolean worse = light.status().compareTo(own.status()) > 0;
    return worse || own.status() == Health.Status.OK ? light : own;
  }

  private Health unsafe(Output output) {
    return new Health(
        Health.Status.FAILED,
        "output-falls-dark",
        "output "
            + output.deviceId()
            + " falls dark when nobody drives it, so it takes no orders; wire the lamp so that it is"
            + " lit then, and set the output's safe state to on",
        time.monotonicNanos());
  }

  private Health fault(Throwable fault) {
    return new Health(
        Health.Status.FAILED,
        "fault-in-itself",
        id + " has a fault in itself and does not watch: " + fault + "; restart it, report the log",
        time.monotonicNanos());
  }

  @Override
  public String target() {
    return id;
  }

  @Override
  public Map<String, Permission> verbs() {
    return control.map(AidControl::verbs).orElse(Map.of());
  }

  @Override
  public CommandResult handle(Command command) {
    return control
        .map(light -> light.handle(command))
        .orElseGet(
            () ->
                new CommandResult.Refused(
                    "no-lantern",
                    id + " has no lantern that takes orders; name it as lanternDevice"));
  }
}

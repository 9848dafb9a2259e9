// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.Device;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.PlateSource;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.core.traffic.ClassedVehicle;
import io.wayside.core.traffic.VehicleClassSource;
import io.wayside.counting.record.CountRecords;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

/** A counter with loops in one lane, as the framework sees it. */
@Component(
    name = "io.wayside.station.loop-counter",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {HealthSource.class, VehicleClassSource.class})
@Designate(ocd = LoopCounterConfig.class, factory = true)
public final class LoopCounter implements HealthSource, VehicleClassSource {

  private static final Logger LOG = LoggerFactory.getLogger(LoopCounter.class);
  private static final long TICK_MS = 250;

  /** A contact tells its state anew after an outage; one that does not is heard after this. */
  private static final long ANSWERS_MS = 1000;

  /** A minute of the densest traffic, and the intervals it ends. */
  private static final int MOST_WAITING = 1000;

  private static final long LAST_RECORDS_MS = 2_000;

  private final String id;
  private final TimeSource time;
  private final Backlog backlog;
  private final LoopStation station;
  private final PlateEars plates;
  private final Listeners<ClassedVehicle> classes;
  private final Map<Contact, Heard> contacts = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticker;

  /** A contact that is listened to. */
  private record Heard(String contactId, Subscription subscription) {}

  @Activate
  public LoopCounter(
      LoopCounterConfig config,
      BundleContext context,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time,
      @Reference(name = "provenance") ProvenanceSource provenance)
      throws IOException, GarbledData {
    this.id = "station." + config.station_id();
    this.time = time;
    CounterParts parts = CounterParts.of(config, CounterFiles.of(context));
    this.backlog = new Backlog(journal, MOST_WAITING, LOG::error);
    this.classes = new Listeners<>("counter " + config.station_id(), LOG::error);
    this.station =
        new LoopStation(
            parts,
            new CountRecords(config.station_id(), parts.setup().classifier().schemeId(), time),
            backlog,
            provenance,
            time,
            config.passages(),
            classes::received);
    this.plates = new PlateEars(config.plateDevice(), station::plate);
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "counting-" + config.station_id());
              thread.setDaemon(true);
              return thread;
            });
    every(TICK_MS, this::tick);
    every(ANSWERS_MS, this::ask);
  }

  @Reference(
      name = "contact",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addContact(Contact contact, Map<String, Object> properties) {
    String contactId = String.valueOf(properties.get(Device.ID));
    if (!station.knows(contactId)) {
      return;
    }
    station.lookedAtEvery(contactId, contact.lookedAtEvery());
    Subscription subscription =
        contact.subscribe(
            new Listener<ContactChange>() {
              @Override
              public void received(ContactChange change) {
                station.contact(contactId, change);
              }

              @Override
              public void interrupted(Interruption interruption) {
                station.interrupted(contactId, interruption);
              }
            });
    contacts.put(contact, new Heard(contactId, subscription));
  }

  void removeContact(Contact contact) {
    Heard heard = contacts.remove(contact);
    if (heard != null) {
      heard.subscription().close();
      station.interrupted(
          heard.contactId(),
          new Interruption(
              time.monotonicNanos(),
              Interruption.Cause.STOPPED,
              heard.contactId() + " left the gateway; look at its configuration"));
    }
  }

  @Reference(
      name = "plates",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addPlateCamera(PlateSource camera, Map<String, Object> properties) {
    plates.came(camera, properties);
  }

  void removePlateCamera(PlateSource camera) {
    plates.went(camera);
  }

  @Deactivate
  void stop() throws InterruptedException {
    ticker.shutdown();
    contacts.values().forEach(heard -> heard.subscription().close());
    plates.close();
    station.stop();
    awaitKept();
  }

  /**
   * Waits until the journal has the last records; what it does not take in time goes to the log.
   */
  private void awaitKept() throws InterruptedException {
    try {
      backlog.emptied().get(LAST_RECORDS_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException notKept) {
      LOG.error("{} stops with records the journal did not take: {}", id, backlog.contents());
    }
  }

  private void every(long ms, Runnable task) {
    var unused = ticker.scheduleWithFixedDelay(() -> guarded(task), ms, ms, TimeUnit.MILLISECONDS);
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error fault) {
      // Thrown on, it would end the ticks for good.
      LOG.error("{} has a fault in itself; it goes on, report it", id, fault);
    }
  }

  private void tick() {
    station.tick(time.monotonicNanos());
  }

  private void ask() {
    contacts.forEach(
        (contact, heard) -> {
          if (contact.active().isPresent()) {
            station.heard(heard.contactId(), time.monotonicNanos());
          }
        });
  }

  @Override
  public Subscription subscribe(Listener<? super ClassedVehicle> listener) {
    return classes.subscribe(listener);
  }

  @Override
  public String healthId() {
    return id;
  }

  @Override
  public Health health() {
    return classes.healthOver(station.health());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.device.Device;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.TimeSource;
import io.wayside.core.traffic.ClassedVehicle;
import io.wayside.core.traffic.VehicleClassSource;
import io.wayside.core.water.VesselReport;
import io.wayside.core.water.VesselSource;
import io.wayside.waterway.aid.Place;
import io.wayside.waterway.record.VesselRecords;
import io.wayside.waterway.traffic.LineTraffic;
import io.wayside.waterway.traffic.PassLine;
import io.wayside.waterway.traffic.TrafficRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

/** A line over which vessels pass, as the framework sees it. */
@Component(
    name = "io.wayside.station.vessel-line",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = HealthSource.class)
@Designate(ocd = VesselLineConfig.class, factory = true)
public final class VesselLine implements HealthSource {

  private static final Logger LOG = LoggerFactory.getLogger(VesselLine.class);
  private static final long TICK_MS = 1_000;
  private static final long LAST_RECORDS_MS = 2_000;
  private static final int MOST_WAITING = 1_000;
  private static final double SLOW_MPS = 0.5;
  private static final double FASTEST_MPS = 30;

  private final String id;
  private final List<String> receivers;
  private final String camera;
  private final Backlog backlog;
  private final VesselLineStation station;
  private final Map<Object, Subscription> subscriptions = new ConcurrentHashMap<>();
  private final Map<VesselSource, String> heard = new HashMap<>(); // guarded by itself
  private final Map<HealthSource, String> healths = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticker;

  @Activate
  public VesselLine(
      VesselLineConfig config,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time,
      @Reference(name = "provenance") ProvenanceSource provenance) {
    this.id = "station." + config.station_id();
    this.receivers = List.of(config.receivers());
    if (receivers.isEmpty()) {
      throw new IllegalArgumentException(
          "receivers: give at least one device that hears vessels, such as an nmea-receiver");
    }
    this.camera = config.camera();
    PassLine line =
        new PassLine(
            new Place(config.fromLatitudeDeg(), config.fromLongitudeDeg()),
            new Place(config.toLatitudeDeg(), config.toLongitudeDeg()),
            config.toRight(),
            config.toLeft());
    this.backlog = new Backlog(journal, MOST_WAITING, LOG::error);
    this.station =
        new VesselLineStation(
            receivers,
            new LineTraffic(line, rules(config), TimeUnit.SECONDS.toNanos(config.cameraWindowS())),
            new VesselRecords(config.station_id(), line, time),
            backlog,
            provenance,
            time);
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "vessels-" + config.station_id());
              thread.setDaemon(true);
              return thread;
            });
    var unused = ticker.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  private static TrafficRules rules(VesselLineConfig config) {
    return new TrafficRules(
        config.clearM(),
        SLOW_MPS,
        Math.max(config.clearM(), config.slowClearM()),
        TimeUnit.SECONDS.toNanos(config.gapTimeS()),
        config.gapM(),
        FASTEST_MPS,
        TimeUnit.SECONDS.toNanos(config.waitS()));
  }

  @Reference(
      name = "receiver",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addReceiver(VesselSource source, Map<String, Object> properties) {
    String device = String.valueOf(properties.get(Device.ID));
    if (!receivers.contains(device)) {
      return;
    }
    station.listens(device);
    subscriptions.put(
        source,
        source.subscribe(
            new Listener<VesselReport>() {
              @Override
              public void received(VesselReport report) {
                station.heard(device, report);
              }

              @Override
              public void interrupted(Interruption interruption) {
                station.deaf(device, interruption.detail());
              }
            }));
    synchronized (heard) {
      heard.put(source, device);
    }
  }

  void removeReceiver(VesselSource source) {
    if (close(source)) {
      synchronized (heard) {
        heard.remove(source);
        station.deaf(source.deviceId(), "left the gateway; look at its configuration");
      }
    }
  }

  /** A receiver that hears no vessel is not heard from: whether it works its health says. */
  @Reference(
      name = "health",
      target = "(" + Device.ID + "=*)",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addHealth(HealthSource source, Map<String, Object> properties) {
    String device = String.valueOf(properties.get(Device.ID));
    if (receivers.contains(device)) {
      healths.put(source, device);
    }
  }

  void removeHealth(HealthSource source) {
    healths.remove(source);
  }

  private void look(HealthSource source, String device) {
    Health own = source.health();
    switch (own.status()) {
      case OK, DEGRADED -> listens(device);
      case STARTING, FAILED -> station.deaf(device, own.message());
    }
  }

  /** One that is well and tells its vessels to nobody here is of no use to the line. */
  private void listens(String device) {
    synchronized (heard) {
      if (heard.containsValue(device)) {
        station.listens(device);
      }
    }
  }

  @Reference(
      name = "camera",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addCamera(VehicleClassSource source, Map<String, Object> properties) {
    if (camera.isEmpty() || !camera.equals(String.valueOf(properties.get("station.id")))) {
      return;
    }
    subscriptions.put(
        source,
        source.subscribe(
            new Listener<ClassedVehicle>() {
              @Override
              public void received(ClassedVehicle seen) {
                station.seen(seen);
              }

              @Override
              public void interrupted(Interruption interruption) {
                // What was not seen is not told; the counter's own health says why.
                LOG.warn("{}: {} sees nothing: {}", id, camera, interruption.detail());
              }
            }));
  }

  void removeCamera(VehicleClassSource source) {
    close(source);
  }

  private boolean close(Object source) {
    Subscription subscription = subscriptions.remove(source);
    if (subscription != null) {
      subscription.close();
    }
    return subscription != null;
  }

  @Deactivate
  void stop() throws InterruptedException {
    ticker.shutdown();
    subscriptions.values().forEach(Subscription::close);
    station.stop();
    try {
      backlog.emptied().get(LAST_RECORDS_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException notKept) {
      LOG.error("{} stops with records the journal did not take: {}", id, backlog.contents());
    }
  }

  private void tick() {
    healths.forEach((source, device) -> guarded(() -> look(source, device)));
    guarded(station::tick);
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error fault) {
      // Thrown on, it would end the ticks for good.
      LOG.error("{} has a fault in itself; it goes on, report it", id, fault);
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
}

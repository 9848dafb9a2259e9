// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.Device;
import io.wayside.core.device.Frame;
import io.wayside.core.device.FrameSource;
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
import io.wayside.counting.naming.Naming;
import io.wayside.counting.record.SightingRecords;
import io.wayside.counting.spi.Detector;
import io.wayside.counting.spi.NetRuntime;
import io.wayside.counting.vision.CountingLine;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
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

/** A counter with a camera, as the framework sees it. */
@Component(
    name = "io.wayside.station.camera-counter",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {HealthSource.class, VehicleClassSource.class})
@Designate(ocd = CameraCounterConfig.class, factory = true)
public final class CameraCounter implements HealthSource, VehicleClassSource {

  private static final Logger LOG = LoggerFactory.getLogger(CameraCounter.class);
  private static final long TICK_MS = 250;

  /** A minute of the densest traffic at a few lines, and the intervals it ends. */
  private static final int MOST_WAITING = 2000;

  private static final long LAST_RECORDS_MS = 2_000;

  private final String id;
  private final String cameraId;
  private final TimeSource time;
  private final Backlog backlog;
  private final CameraStation station;
  private final PlateEars plates;
  private final OfferedDetector offered;
  private final ExecutorService asker;
  private final Listeners<ClassedVehicle> classes;
  private final Watching watching;
  private final Map<FrameSource, Subscription> cameras = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticker;

  @Activate
  public CameraCounter(
      CameraCounterConfig config,
      BundleContext context,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time,
      @Reference(name = "provenance") ProvenanceSource provenance)
      throws IOException, GarbledData {
    this.id = "station." + config.station_id();
    this.cameraId = config.camera();
    this.time = time;
    CameraParts parts = CameraParts.of(config, CounterFiles.of(context));
    this.backlog = new Backlog(journal, MOST_WAITING, LOG::error);
    this.classes = new Listeners<>("counter " + config.station_id(), LOG::error);
    this.station =
        new CameraStation(
            parts.plan().lines().stream().map(CountingLine::id).toList(),
            parts.wishes(),
            parts.calling(),
            new SightingRecords(config.station_id(), parts.calling().scheme(), time),
            backlog,
            provenance,
            time,
            classes::received);
    this.plates = new PlateEars(config.plateDevice(), station::plate);
    this.offered = new OfferedDetector(config.detector());
    this.asker = Executors.newSingleThreadExecutor(threads("naming-" + config.station_id()));
    this.watching = new Watching(parts.plan(), station, eyes(config.detector(), parts));
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(threads("counting-" + config.station_id()));
    var unused = ticker.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  private static ThreadFactory threads(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  private Optional<Eyes> eyes(String detectorId, CameraParts parts) {
    return parts
        .model()
        .map(
            model -> {
              Asking.Opening opening =
                  detectorId.isEmpty()
                      ? () -> ModelDetector.open(model, parts.modelFile())
                      : () -> offered.open(model, parts.modelFile());
              return new Eyes(
                  new Naming(parts.looks(), model.classes()), new Asking(opening, asker, time));
            });
  }

  @Reference(
      name = "detector",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addDetector(Detector detector, Map<String, Object> properties) {
    offered.came(detector, String.valueOf(properties.get(Detector.ID)));
  }

  void removeDetector(Detector detector) {
    offered.went(detector);
  }

  @Reference(
      name = "runtime",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addRuntime(NetRuntime runtime, Map<String, Object> properties) {
    offered.came(runtime, String.valueOf(properties.get(Detector.ID)));
  }

  void removeRuntime(NetRuntime runtime) {
    offered.went(runtime);
  }

  @Reference(
      name = "camera",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addCamera(FrameSource camera, Map<String, Object> properties) {
    if (!cameraId.equals(String.valueOf(properties.get(Device.ID)))) {
      return;
    }
    Subscription subscription =
        camera.subscribe(
            new Listener<Frame>() {
              @Override
              public void received(Frame frame) {
                watching.see(frame);
              }

              @Override
              public void interrupted(Interruption interruption) {
                watching.pause();
                station.interrupted(interruption.sinceMonotonicNanos(), interruption.detail());
              }
            });
    cameras.put(camera, subscription);
  }

  void removeCamera(FrameSource camera) {
    Subscription subscription = cameras.remove(camera);
    if (subscription != null) {
      subscription.close();
      watching.pause();
      station.interrupted(
          time.monotonicNanos(), cameraId + " left the gateway; look at its configuration");
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
    cameras.values().forEach(Subscription::close);
    plates.close();
    watching.close();
    asker.shutdown();
    station.stop();
    try {
      backlog.emptied().get(LAST_RECORDS_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException notKept) {
      LOG.error("{} stops with records the journal did not take: {}", id, backlog.contents());
    }
  }

  private void tick() {
    try {
      station.tick(time.monotonicNanos());
    } catch (RuntimeException | Error fault) {
      // Thrown on, it would end the ticks for good.
      LOG.error("{} has a fault in itself; it goes on, report it", id, fault);
    }
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
    Health counting = watching.missing().orElseGet(() -> classes.healthOver(station.health()));
    return counting.status() == Health.Status.OK
        ? watching.trouble(time.monotonicNanos()).orElse(counting)
        : counting;
  }
}

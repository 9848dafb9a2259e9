// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.device.Device;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Journal;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.Transponder;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.aid.Place;
import io.wayside.waterway.announce.Herald;
import io.wayside.waterway.announce.Identity;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

/** Who announces an aid, as the framework sees it. */
@Component(
    name = "io.wayside.station.aid-announcer",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = HealthSource.class)
@Designate(ocd = AnnouncerConfig.class, factory = true)
public final class Announcer implements HealthSource {

  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
  private static final long TICK_MS = 2_000;

  private final String id;
  private final String transponder;
  private final AnnouncerStation station;
  private final ScheduledExecutorService ticker;

  @Activate
  public Announcer(
      AnnouncerConfig config,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time) {
    this.id = "station." + config.station_id();
    this.transponder = config.transponder();
    if (config.aid().isEmpty() != (config.footing() == Footing.VIRTUAL)) {
      throw new IllegalArgumentException(
          config.aid().isEmpty()
              ? "aid: name the aid whose state is told; only a virtual one has none"
              : "aid: a virtual aid has no state that could be told; leave it out");
    }
    this.station =
        new AnnouncerStation(
            config.aid(),
            transponder,
            new Herald(plan(config), time.monotonicNanos()),
            journal,
            time);
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "announcer-" + config.station_id());
              thread.setDaemon(true);
              return thread;
            });
    var unused = ticker.scheduleWithFixedDelay(this::tick, 0, TICK_MS, TimeUnit.MILLISECONDS);
  }

  private static Herald.Plan plan(AnnouncerConfig config) {
    return new Herald.Plan(
        new Identity(
            config.mmsi(),
            config.kind(),
            config.aidName(),
            config.footing(),
            config.synthetic(),
            new Place(config.chartedLatitudeDeg(), config.chartedLongitudeDeg())),
        config.authority() == 0 ? OptionalInt.empty() : OptionalInt.of(config.authority()),
        TimeUnit.SECONDS.toNanos(config.everyS()),
        TimeUnit.SECONDS.toNanos(config.authorityEveryS()),
        TimeUnit.MINUTES.toNanos(config.holdsMin()));
  }

  @Reference(
      name = "transponder",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addTransponder(Transponder device, Map<String, Object> properties) {
    if (transponder.equals(String.valueOf(properties.get(Device.ID)))) {
      station.present(device);
    }
  }

  void removeTransponder(Transponder device) {
    station.gone(device);
  }

  @Deactivate
  void stop() {
    ticker.shutdownNow(); // It may be waiting for an answer nobody needs any more.
  }

  private void tick() {
    try {
      station.tick();
    } catch (RuntimeException | Error fault) {
      // Thrown on, it would end the ticks for good and leave health as it was.
      LOG.error("{} has a fault in itself; it goes on, report it", id, fault);
      station.broken(fault);
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

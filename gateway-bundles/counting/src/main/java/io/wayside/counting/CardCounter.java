// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.CardWord;
import io.wayside.core.device.DetectorCard;
import io.wayside.core.device.Device;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.Journal;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.counting.card.CardClasses;
import io.wayside.counting.card.CardLane;
import io.wayside.counting.record.CardRecords;
import io.wayside.counting.scheme.Classifier;
import io.wayside.counting.scheme.PcuRule;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
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

/** A counter with a detector card, as the framework sees it. */
@Component(
    name = "io.wayside.station.card-counter",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = HealthSource.class)
@Designate(ocd = CardCounterConfig.class, factory = true)
public final class CardCounter implements HealthSource {

  private static final Logger LOG = LoggerFactory.getLogger(CardCounter.class);
  private static final long TICK_MS = 250;
  private static final int MOST_WAITING = 1000;
  private static final long LAST_RECORDS_MS = 2_000;

  private final String id;
  private final String cardId;
  private final TimeSource time;
  private final Backlog backlog;
  private final CardStation station;
  private final Map<DetectorCard, Subscription> cards = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticker;

  @Activate
  public CardCounter(
      CardCounterConfig config,
      BundleContext context,
      @Reference(name = "journal") Journal journal,
      @Reference(name = "time") TimeSource time,
      @Reference(name = "provenance") ProvenanceSource provenance)
      throws IOException, GarbledData {
    this.id = "station." + config.station_id();
    this.cardId = config.cardDevice();
    this.time = time;
    this.backlog = new Backlog(journal, MOST_WAITING, LOG::error);
    CardClasses classes = classes(config, CounterFiles.of(context));
    Stamp now = time.now();
    this.station =
        new CardStation(
            config.channel(),
            new CardLane(
                CounterParts.spans(config.intervals()),
                CounterParts.zone(config.timeZone()),
                classes,
                now.monotonicNanos(),
                now.wall()),
            new CardRecords(
                config.station_id(), config.channel(), classes.byLength().schemeId(), time),
            backlog,
            provenance,
            time,
            config.passages());
    this.ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "counting-" + config.station_id());
              thread.setDaemon(true);
              return thread;
            });
    var unused = ticker.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  private static CardClasses classes(CardCounterConfig config, CounterFiles files)
      throws IOException, GarbledData {
    Optional<ClassScheme> scheme =
        config.classScheme().equals(CounterFiles.NONE)
            ? Optional.empty()
            : Optional.of(files.scheme(config.classScheme()));
    String schemeId = scheme.map(ClassScheme::id).orElse(CounterFiles.NONE);
    PcuRule units = files.units(schemeId, config.pcuTable(), config.terrain());
    Set<String> known =
        scheme.stream()
            .flatMap(one -> one.classes().stream())
            .map(one -> one.id())
            .collect(Collectors.toSet());
    return new CardClasses(
        known, units, new Classifier(scheme, units.table(), units.map(), units.terrain()));
  }

  @Reference(
      name = "card",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addCard(DetectorCard card, Map<String, Object> properties) {
    if (!cardId.equals(String.valueOf(properties.get(Device.ID)))) {
      return;
    }
    cards.put(
        card,
        card.subscribe(
            new Listener<CardWord>() {
              @Override
              public void received(CardWord word) {
                station.word(word);
              }

              @Override
              public void interrupted(Interruption interruption) {
                station.interrupted(interruption);
              }
            }));
  }

  void removeCard(DetectorCard card) {
    Subscription subscription = cards.remove(card);
    if (subscription != null) {
      subscription.close();
      station.interrupted(
          new Interruption(
              time.monotonicNanos(),
              Interruption.Cause.STOPPED,
              cardId + " left the gateway; look at its configuration"));
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

  @Deactivate
  void stop() throws InterruptedException {
    ticker.shutdown();
    cards.values().forEach(Subscription::close);
    station.stop();
    try {
      backlog.emptied().get(LAST_RECORDS_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException notKept) {
      LOG.error("{} stops with records the journal did not take: {}", id, backlog.contents());
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

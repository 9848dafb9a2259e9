// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSource;
import io.wayside.core.water.Lantern;
import io.wayside.core.water.LanternOrder;
import io.wayside.driver.lantern.map.LanternMap;
import io.wayside.driver.lantern.map.OffsetSetting;
import io.wayside.driver.lantern.map.OrderBook;
import io.wayside.driver.lantern.map.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lantern, AtoN station or power controller with registers. */
@Component(
    name = ModbusLantern.PID,
    configurationPid = ModbusLantern.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {AidSource.class, Lantern.class, HealthSource.class, CommandHandler.class})
@Designate(ocd = ModbusLanternConfig.class, factory = true)
public final class ModbusLantern implements AidSource, Lantern, HealthSource, CommandHandler {

  static final String PID = "io.wayside.device.modbus-lantern";

  /** What a technician tries a map with. */
  static final String READ_MAP = "read-map";

  private static final Logger log = LoggerFactory.getLogger(ModbusLantern.class);

  private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long BEGINS_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final String deviceId;
  private final LanternMap map;
  private final OrderBook.Own own;
  private final TimeSource time;
  private final Listeners<AidReport> listeners;
  private final ReportReader reader;
  private final @Nullable OrderKeeper keeper;
  private final LanternThread thread;
  private final CountDownLatch stop = new CountDownLatch(1);

  @Activate
  public ModbusLantern(
      ModbusLanternConfig config,
      BundleContext context,
      @Reference(name = "registers") RegisterDevice registers,
      @Reference(name = "time") TimeSource time)
      throws IOException, GarbledData {
    this(config, LanternMap.from(Documents.of(context).read(config.map())), registers, time);
  }

  ModbusLantern(
      ModbusLanternConfig config, LanternMap map, RegisterDevice registers, TimeSource time)
      throws GarbledData {
    this.deviceId = config.device_id();
    this.map = map;
    this.own = own(config);
    this.time = time;
    this.listeners = new Listeners<>("lantern " + deviceId, log::error);
    this.reader = new ReportReader(deviceId, registers, map.rows(), listeners, time);
    Optional<OrderBook> book = map.orders().filter(orders -> config.takesOrders());
    if (config.takesOrders() && book.isEmpty()) {
      throw new GarbledData(
          "devices." + deviceId + ".takesOrders: its map has no orders; leave it out");
    }
    this.keeper = book.map(orders -> keeper(orders, registers)).orElse(null);
    this.thread =
        new LanternThread(
            deviceId,
            keeper,
            reader,
            new Backoff(config.firstRetryMs(), config.longestRetryMs(), new SplittableRandom()),
            time,
            stop);
    if (map.example()) {
      log.warn("lantern {}: its map {} is an example", deviceId, config.map());
    }
    thread.start();
  }

  private OrderBook.Own own(ModbusLanternConfig config) throws GarbledData {
    Optional<String> rhythm = Optional.of(config.ownRhythm()).filter(text -> !text.isBlank());
    Optional<Double> intensity =
        config.ownIntensityPercent() < 0
            ? Optional.empty()
            : Optional.of(config.ownIntensityPercent() / 100.0);
    OrderBook.Own said = new OrderBook.Own(rhythm, intensity);
    boolean unknown =
        map.orders()
            .filter(book -> book.steps(new LanternOrder.Automatic(), said).isEmpty())
            .isPresent();
    if (unknown) {
      throw new GarbledData(
          "devices."
              + config.device_id()
              + ".ownRhythm: its map has no rhythm \""
              + config.ownRhythm()
              + "\"; name it as the map does");
    }
    return said;
  }

  private OrderKeeper keeper(OrderBook book, RegisterDevice registers) {
    RegisterWriter writer =
        new RegisterWriter(deviceId, registers, book.heartbeat(), time, this::rest);
    return new OrderKeeper(deviceId, book, own, writer, LOOK_EVERY_NANOS, time);
  }

  private void rest(long nanos) throws InterruptedException {
    if (stop.await(nanos, TimeUnit.NANOSECONDS)) {
      throw new InterruptedException(deviceId + " is stopped");
    }
  }

  @Deactivate
  void stop() {
    thread.close();
  }

  @Override
  public String deviceId() {
    return deviceId;
  }

  @Override
  public Subscription subscribe(Listener<? super AidReport> listener) {
    return listeners.subscribe(listener);
  }

  /** Empty for one that takes no orders. */
  @Override
  public Set<Class<? extends LanternOrder>> knows() {
    return keeper == null ? Set.of() : map.orders().map(book -> book.knows(own)).orElse(Set.of());
  }

  @Override
  public Fallback fallback() {
    return map.orders().flatMap(OrderBook::heartbeat).isPresent()
        ? Fallback.RETURNS_BY_ITSELF
        : Fallback.HOLDS;
  }

  @Override
  public Answer order(LanternOrder order, Duration lease) throws DeviceException {
    if (keeper == null) {
      throw new Refused(
          deviceId + ": it takes no orders; its map needs orders and the site takesOrders");
    }
    return answer(keeper, new Job(order, time.monotonicNanos() + lease.toNanos()));
  }

  private Answer answer(OrderKeeper by, Job job) throws DeviceException {
    by.give(job);
    thread.wake();
    return job.await(deviceId, BEGINS_WITHIN_NANOS);
  }

  @Override
  public boolean keepsStep() {
    return keeper != null && offset().isPresent();
  }

  private Optional<OffsetSetting> offset() {
    return map.orders().flatMap(OrderBook::offset);
  }

  @Override
  public Answer keepStep(int offsetMs, int periodMs) throws DeviceException {
    if (keeper == null || offset().isEmpty()) {
      return Lantern.super.keepStep(offsetMs, periodMs);
    }
    Optional<Step> step = offset().get().step(offsetMs, periodMs);
    if (step.isEmpty()) {
      throw new Refused(
          deviceId
              + ": its register cannot hold an offset of "
              + offsetMs
              + " ms in a period of "
              + periodMs
              + " ms; see unitMs and largest in its map");
    }
    return answer(keeper, Job.setting(step.get()));
  }

  @Override
  public Answer release() throws DeviceException {
    return order(new LanternOrder.Automatic(), Duration.ZERO);
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    Health read = reader.health();
    Health kept = keeper == null ? read : keeper.health();
    Health worse = kept.status().compareTo(read.status()) > 0 ? kept : read;
    return listeners.healthOver(worse);
  }

  @Override
  public String target() {
    return healthId();
  }

  @Override
  public Map<String, Permission> verbs() {
    return Map.of(READ_MAP, Permission.WATCH);
  }

  /** What was read last of each row; nothing is asked of the device. */
  @Override
  public CommandResult handle(Command command) {
    if (!command.verb().equals(READ_MAP)) {
      return new CommandResult.Refused(
          "unknown-verb", "a lantern knows " + READ_MAP + ", not " + command.verb());
    }
    return new CommandResult.Done(
        Value.Fields.with("map", map.title().en())
            .and("example", map.example())
            .and("rows", new Value.Many(reader.rows()))
            .build());
  }
}

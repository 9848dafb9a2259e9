// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.ScaleKeys;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightSource;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.link.LinkService;
import io.wayside.core.supervision.DeviceThread;
import io.wayside.core.supervision.LinkDevice;
import io.wayside.core.time.TimeSource;
import io.wayside.core.unit.Mass;
import io.wayside.driver.indicator.codec.Key;
import io.wayside.driver.indicator.commissioning.DisplayComparison;
import io.wayside.driver.indicator.session.IndicatorSession;
import io.wayside.driver.indicator.session.Inquiry;
import io.wayside.driver.indicator.session.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A weighing indicator of the site. */
@Component(
    name = Indicator.PID,
    configurationPid = Indicator.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {WeightSource.class, HealthSource.class, CommandHandler.class})
@Designate(ocd = Config.class, factory = true)
public final class Indicator implements WeightSource, ScaleKeys, HealthSource, CommandHandler {

  private static final Logger log = LoggerFactory.getLogger(Indicator.class);

  static final String PID = "io.wayside.device.indicator";

  /** Devices wait for rest before they answer; the command path must not wait for long. */
  static final long KEY_PATIENCE_MS = 1_500;

  private static final int BUFFER_BYTES = 1024;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(1);

  private final String deviceId;
  private final Listeners<WeightReading> listeners;
  private final DeviceThread thread;
  private final CompareCommand compare;
  private final LatestReading latest = new LatestReading();
  private final Keyboard keyboard;
  private final long freshNanos;
  private final TimeSource time;

  @Activate
  public Indicator(Config config, @Reference LinkService links, @Reference TimeSource time) {
    this.deviceId = config.device_id();
    this.time = time;
    this.listeners = new Listeners<>("device " + deviceId, log::error);
    listeners.subscribe(latest);
    this.freshNanos = TimeUnit.MILLISECONDS.toNanos(config.silentAfterMs());
    KeyDesk desk = new KeyDesk(KEY_PATIENCE_MS);
    listeners.subscribe(desk);
    this.keyboard =
        new Keyboard(
            new FormatKeys(
                deviceId, config.format(), config.deviceNumber(), config.takesCommands(), desk),
            config.scaleIntervalKg(),
            config.maxKg());
    this.compare =
        new CompareCommand(
            deviceId,
            new DisplayComparison(config.format(), config.displayUnit(), config.scaleIntervalKg()),
            freshNanos);
    IndicatorSession session =
        new IndicatorSession(settings(config), listeners, desk, time.monotonicNanos());
    this.thread =
        new DeviceThread(
            "indicator-" + deviceId,
            log,
            new LinkDevice(
                config.link(), links, time, session, new Asker(desk, session, time), BUFFER_BYTES),
            new Backoff(config.firstRetryMs(), config.longestRetryMs(), new SplittableRandom()),
            STOP_WITHIN);
    thread.start();
  }

  private static Settings settings(Config config) {
    return new Settings(
        config.device_id(),
        config.link(),
        config.format(),
        config.scaleIntervalKg(),
        config.maxKg(),
        TimeUnit.MILLISECONDS.toNanos(config.silentAfterMs()),
        config.simulated(),
        config.displayUnit(),
        Inquiry.of(
            config.format(),
            config.asking(),
            TimeUnit.MILLISECONDS.toNanos(config.askEveryMs()),
            TimeUnit.MILLISECONDS.toNanos(config.answerWithinMs())));
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
  public Subscription subscribe(Listener<? super WeightReading> listener) {
    return listeners.subscribe(listener);
  }

  @Override
  public void zero() throws DeviceException {
    keyboard.press(Key.ZERO, fresh());
  }

  @Override
  public void tare() throws DeviceException {
    keyboard.press(Key.TARE, fresh());
  }

  @Override
  public void presetTare(Mass mass) throws DeviceException {
    keyboard.preset(mass.kilograms(), fresh());
  }

  @Override
  public void clearTare() throws DeviceException {
    keyboard.press(Key.CLEAR_TARE, fresh());
  }

  /** Not told by these formats; keys on the indicator change it besides. */
  @Override
  public Optional<Tare> tareInForce() {
    return Optional.empty();
  }

  private Optional<WeightReading> fresh() {
    return latest
        .reading()
        .filter(reading -> time.monotonicNanos() - reading.monotonicNanos() <= freshNanos);
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public String target() {
    return healthId();
  }

  @Override
  public Map<String, Permission> verbs() {
    return CompareCommand.VERBS;
  }

  @Override
  public CommandResult handle(Command command) {
    return compare.handle(command, latest.reading(), time.monotonicNanos());
  }

  @Override
  public Health health() {
    return listeners.healthOver(thread.health());
  }
}

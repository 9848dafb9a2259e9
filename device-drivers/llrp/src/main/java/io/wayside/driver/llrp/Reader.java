// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.TagSighting;
import io.wayside.core.device.TagSource;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.link.LinkService;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.llrp.session.ReaderSession;
import io.wayside.driver.llrp.session.Settings;
import java.util.Arrays;
import java.util.List;
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

/** A toll reader of the site. */
@Component(
    name = Reader.PID,
    configurationPid = Reader.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {TagSource.class, ReaderPorts.class, HealthSource.class})
@Designate(ocd = Config.class, factory = true)
public final class Reader implements TagSource, ReaderPorts, HealthSource {

  private static final Logger log = LoggerFactory.getLogger(Reader.class);

  static final String PID = "io.wayside.device.llrp";

  private final String deviceId;
  private final Listeners<TagSighting> listeners;
  private final Ports ports = new Ports();
  private final ReaderThread thread;

  @Activate
  public Reader(Config config, @Reference LinkService links, @Reference TimeSource time) {
    this.deviceId = config.device_id();
    this.listeners = new Listeners<>("reader " + deviceId, log::error);
    Settings settings = settings(config);
    this.thread =
        new ReaderThread(
            settings,
            links,
            time,
            new ReaderSession(settings, listeners, config.radioOnAtStart(), time.monotonicNanos()),
            ports,
            new Backoff(config.firstRetryMs(), config.longestRetryMs(), new SplittableRandom()));
    thread.start();
  }

  private static Settings settings(Config config) {
    return new Settings(
        config.device_id(),
        config.link(),
        list(config.antennas()),
        new Settings.Radio(
            config.powerIndex(),
            config.modeIndex(),
            config.tariNs(),
            config.session(),
            config.population(),
            config.transitMs()),
        config.tidWords(),
        config.userWords(),
        config.keepaliveMs(),
        TimeUnit.MILLISECONDS.toNanos(config.answerWithinMs()),
        list(config.allowedFrequenciesKhz()),
        config.hopTable(),
        config.offerVersion2(),
        config.mostSightingsEachSecond());
  }

  private static List<Integer> list(int... numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  @Deactivate
  public void stop() {
    thread.close();
  }

  @Override
  public String deviceId() {
    return deviceId;
  }

  @Override
  public Subscription subscribe(Listener<? super TagSighting> listener) {
    return listeners.subscribe(listener);
  }

  @Override
  public void radio(boolean on) throws DeviceException {
    thread.radio(on);
  }

  @Override
  public void add(Input input) {
    ports.add(input);
  }

  @Override
  public void add(Output output) {
    ports.add(output);
  }

  @Override
  public void remove(Input input) {
    ports.remove(input);
  }

  @Override
  public void remove(Output output) {
    ports.remove(output);
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return listeners.healthOver(thread.health());
  }
}

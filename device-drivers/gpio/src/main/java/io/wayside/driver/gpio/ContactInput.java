// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactTeller;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.Settling;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.supervision.DeviceThread;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.gpio.lines.Lines;
import java.time.Duration;
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

/** A contact of the site on a GPIO line. */
@Component(
    name = ContactInput.PID,
    configurationPid = ContactInput.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {Contact.class, HealthSource.class})
@Designate(ocd = ContactConfig.class, factory = true)
public final class ContactInput implements Contact, HealthSource {

  private static final Logger log = LoggerFactory.getLogger(ContactInput.class);

  static final String PID = "io.wayside.device.contact";

  private static final int FIRST_RETRY_MS = 100;
  private static final int LONGEST_RETRY_MS = 2_000;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(1);

  private final String deviceId;
  private final Duration lookedAtEvery;
  private final Listeners<ContactChange> listeners;
  private final ContactReader reader;
  private final DeviceThread thread;

  @Activate
  public ContactInput(ContactConfig config, @Reference TimeSource time) {
    this(
        config,
        config.provider().line(config.line(), config.sysPath(), config.lookEveryUs(), time),
        time);
  }

  /** On lines of whoever asks: the rig has its own. */
  public ContactInput(ContactConfig config, Lines lines, TimeSource time) {
    this.deviceId = config.device_id();
    this.lookedAtEvery =
        config.provider() == Provider.SYSFS
            ? Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(config.lookEveryUs()))
            : Duration.ZERO;
    this.listeners = new Listeners<>("contact " + deviceId, log::error);
    this.reader =
        new ContactReader(
            deviceId,
            lines,
            config.bias(),
            new ContactTeller(
                new Settling(TimeUnit.MICROSECONDS.toNanos(config.settleUs()), config.inverted()),
                listeners,
                time.monotonicNanos()),
            time);
    this.thread =
        new DeviceThread(
            "contact-" + deviceId,
            log,
            reader,
            new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS, new SplittableRandom()),
            STOP_WITHIN);
    thread.start();
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
  public Duration lookedAtEvery() {
    return lookedAtEvery;
  }

  @Override
  public Optional<Boolean> active() {
    return reader.active();
  }

  @Override
  public Subscription subscribe(Listener<? super ContactChange> listener) {
    return listeners.subscribe(listener);
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

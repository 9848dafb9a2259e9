// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactTeller;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.Settling;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.modbus.round.Bit;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A contact of the site on an input of a Modbus module. */
@Component(
    name = ModbusContact.PID,
    configurationPid = ModbusContact.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {Contact.class, HealthSource.class})
@Designate(ocd = ContactConfig.class, factory = true)
public final class ModbusContact implements Contact, HealthSource {

  private static final Logger log = LoggerFactory.getLogger(ModbusContact.class);

  static final String PID = "io.wayside.device.modbus-contact";

  private final String deviceId;
  private final Duration lookedAtEvery;
  private final ModulePorts module;
  private final TimeSource time;
  private final Listeners<ContactChange> listeners;
  private final ContactPort port;

  @Activate
  public ModbusContact(
      ContactConfig config,
      @Reference(name = "module") ModulePorts module,
      @Reference(name = "time") TimeSource time) {
    this.deviceId = config.device_id();
    this.lookedAtEvery = Duration.ofMillis(config.lookEveryMs());
    this.module = module;
    this.time = time;
    this.listeners = new Listeners<>("contact " + deviceId, log::error);
    this.port =
        new ContactPort(
            deviceId,
            new Bit(config.table(), config.address(), config.bit()),
            lookedAtEvery.toNanos(),
            TimeUnit.MILLISECONDS.toNanos(config.blindAfterMs()),
            new ContactTeller(
                new Settling(TimeUnit.MILLISECONDS.toNanos(config.settleMs()), config.inverted()),
                listeners,
                time.monotonicNanos()),
            time.monotonicNanos());
    module.add(port);
  }

  @Deactivate
  public void stop() {
    module.remove(port);
    port.lost(Trouble.STOPPED, time.monotonicNanos());
  }

  @Override
  public String deviceId() {
    return deviceId;
  }

  @Override
  public Optional<Boolean> active() {
    return port.active();
  }

  @Override
  public Duration lookedAtEvery() {
    return lookedAtEvery;
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
    return listeners.healthOver(port.health());
  }
}

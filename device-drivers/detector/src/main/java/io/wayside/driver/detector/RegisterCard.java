// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.CardWord;
import io.wayside.core.device.DetectorCard;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.detector.card.RegisterProfile;
import io.wayside.driver.detector.card.RegisterWatch;
import java.io.IOException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A detector card with registers. */
@Component(
    name = RegisterCard.PID,
    configurationPid = RegisterCard.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {DetectorCard.class, HealthSource.class})
@Designate(ocd = RegisterCardConfig.class, factory = true)
public final class RegisterCard implements DetectorCard, HealthSource {

  static final String PID = "io.wayside.device.detector-card";

  private static final Logger log = LoggerFactory.getLogger(RegisterCard.class);

  private final String deviceId;
  private final Listeners<CardWord> listeners;
  private final CardStanding standing;
  private final RegisterThread thread;

  @Activate
  public RegisterCard(
      RegisterCardConfig config,
      BundleContext context,
      @Reference(name = "registers") RegisterDevice registers,
      @Reference(name = "time") TimeSource time)
      throws IOException, GarbledData {
    this(
        config.device_id(),
        RegisterProfile.from(Documents.of(context).read(config.profile())),
        registers,
        time);
  }

  RegisterCard(
      String deviceId, RegisterProfile profile, RegisterDevice registers, TimeSource time) {
    this.deviceId = deviceId;
    this.listeners = new Listeners<>("card " + deviceId, log::error);
    this.standing = new CardStanding(deviceId, listeners::interrupted, time.monotonicNanos());
    this.thread =
        new RegisterThread(
            "detector-card-" + deviceId,
            registers,
            new RegisterWatch(profile),
            profile.every().toNanos(),
            standing,
            listeners::received,
            time);
    thread.start();
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
  public Subscription subscribe(Listener<? super CardWord> listener) {
    return listeners.subscribe(listener);
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return listeners.healthOver(standing.health());
  }
}

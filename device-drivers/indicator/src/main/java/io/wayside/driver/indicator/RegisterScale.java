// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.device.ScaleKeys;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightSource;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.register.NumberLayout;
import io.wayside.core.time.TimeSource;
import io.wayside.core.unit.Mass;
import io.wayside.driver.indicator.codec.Key;
import io.wayside.driver.indicator.registers.RegisterMap;
import io.wayside.driver.indicator.registers.StatusBits;
import io.wayside.driver.indicator.session.PolledSession;
import io.wayside.driver.indicator.session.Scale;
import java.util.Map;
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

/** A weighing transmitter of the site that keeps its weight in registers. */
@Component(
    name = RegisterScale.PID,
    configurationPid = RegisterScale.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {WeightSource.class, HealthSource.class})
@Designate(ocd = RegisterScaleConfig.class, factory = true)
public final class RegisterScale implements WeightSource, ScaleKeys, HealthSource {

  private static final Logger log = LoggerFactory.getLogger(RegisterScale.class);

  static final String PID = "io.wayside.device.register-scale";

  private final String deviceId;
  private final Listeners<WeightReading> listeners;
  private final PolledSession session;
  private final RegisterReader reader;
  private final LatestReading latest = new LatestReading();
  private final Keyboard keyboard;

  @Activate
  public RegisterScale(
      RegisterScaleConfig config,
      @Reference(name = "registers") RegisterDevice registers,
      @Reference(name = "time") TimeSource time) {
    this.deviceId = config.device_id();
    this.listeners = new Listeners<>("device " + deviceId, log::error);
    KeyDesk desk = new KeyDesk(Indicator.KEY_PATIENCE_MS);
    listeners.subscribe(latest);
    listeners.subscribe(desk);
    this.keyboard =
        new Keyboard(
            new RegisterKeys(
                registers,
                config.keysAddress(),
                Map.of(
                    Key.ZERO, config.zeroValue(),
                    Key.TARE, config.tareValue(),
                    Key.CLEAR_TARE, config.clearTareValue()),
                desk),
            config.scaleIntervalKg(),
            config.maxKg());
    this.session =
        new PolledSession(
            "register scale " + deviceId + " on " + registers.deviceId(),
            new Scale(
                deviceId,
                config.scaleIntervalKg(),
                config.maxKg(),
                config.simulated(),
                config.displayUnit()),
            TimeUnit.MILLISECONDS.toNanos(config.silentAfterMs()),
            listeners,
            time.monotonicNanos());
    this.reader =
        new RegisterReader(
            "register-scale-" + deviceId,
            registers,
            config.table().cells(),
            map(config),
            TimeUnit.MILLISECONDS.toNanos(config.readEveryMs()),
            time,
            session);
    reader.start();
  }

  private static RegisterMap map(RegisterScaleConfig config) {
    return new RegisterMap(
        config.weightAddress(),
        new NumberLayout(config.number(), config.wordOrder(), config.byteOrder()),
        config.decimals(),
        config.statusAddress(),
        new StatusBits(
            config.motionMask(),
            config.overMask(),
            config.underMask(),
            config.netMask(),
            config.invalidMask(),
            config.zeroMissingMask(),
            config.invertedMask()));
  }

  @Deactivate
  void stop() {
    reader.close();
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
    keyboard.press(Key.ZERO, latest.reading());
  }

  @Override
  public void tare() throws DeviceException {
    keyboard.press(Key.TARE, latest.reading());
  }

  @Override
  public void presetTare(Mass mass) throws DeviceException {
    keyboard.preset(mass.kilograms(), latest.reading());
  }

  @Override
  public void clearTare() throws DeviceException {
    keyboard.press(Key.CLEAR_TARE, latest.reading());
  }

  /** Not read from the registers; keys on the transmitter change it besides. */
  @Override
  public Optional<Tare> tareInForce() {
    return Optional.empty();
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return listeners.healthOver(session.health());
  }
}

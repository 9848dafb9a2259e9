// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.device.ScaleKeys;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightSource;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.quality.Flag;
import io.wayside.core.time.TimeSource;
import io.wayside.core.unit.Mass;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.platform.PlatformInstrument;
import io.wayside.weighing.platform.SoftwareIndicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scale made of a converter: samples in, indications out, so that static weighing needs no box.
 */
@Component(
    name = PlatformScale.PID,
    configurationPid = PlatformScale.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {WeightSource.class, HealthSource.class})
@Designate(ocd = PlatformScaleConfig.class, factory = true)
public final class PlatformScale
    implements WeightSource, ScaleKeys, HealthSource, Listener<SampleBlock> {

  private static final Logger LOG = LoggerFactory.getLogger(PlatformScale.class);

  static final String PID = "io.wayside.device.platform-scale";

  private final String deviceId;
  private final String samplesId;
  private final TimeSource time;
  private final Listeners<WeightReading> listeners;
  private final Object keys = new Object();
  private final Optional<SoftwareIndicator> indicator; // guarded by keys; never held over listeners
  private final Subscription subscription;
  private volatile Optional<Tare> told = Optional.empty();
  private volatile Health health;

  @Activate
  public PlatformScale(
      PlatformScaleConfig config,
      @Reference(name = "samples") SampleStream samples,
      @Reference(name = "time") TimeSource time) {
    this.deviceId = config.device_id();
    this.samplesId = samples.deviceId();
    this.time = time;
    this.listeners = new Listeners<>("scale " + deviceId, LOG::error);
    this.health =
        Health.starting("waits for the first samples of " + samplesId, time.monotonicNanos());
    this.indicator = indicator(Path.of(config.instrumentFile()), samples);
    this.subscription = indicator.isPresent() ? samples.subscribe(this) : () -> {};
  }

  @Deactivate
  void stop() {
    subscription.close();
  }

  /**
   * Empty, with the reason as health, when the document cannot be used: nothing is indicated then.
   */
  private Optional<SoftwareIndicator> indicator(Path file, SampleStream samples) {
    try {
      PlatformInstrument instrument =
          PlatformInstrument.from(Node.read(file.toString(), Files.readString(file)));
      return Optional.of(
          new SoftwareIndicator(
              instrument, samples.channels().stream().map(SampleStream.Channel::name).toList()));
    } catch (IOException unreadable) {
      say(
          Health.Status.FAILED,
          "instrument-unreadable",
          "cannot read the instrument document of "
              + deviceId
              + " at "
              + file
              + " ("
              + unreadable
              + "): put it there and configure anew");
    } catch (GarbledData | IllegalArgumentException wrong) {
      say(Health.Status.FAILED, "instrument-wrong", String.valueOf(wrong.getMessage()));
    }
    return Optional.empty();
  }

  @Override
  public void received(SampleBlock block) {
    List<Indicated> indicated = new ArrayList<>();
    synchronized (keys) {
      SoftwareIndicator made = indicator.orElseThrow();
      made.samples(block, reading -> indicated.add(new Indicated(reading, made.tareInForce())));
    }
    for (Indicated each : indicated) {
      told = each.tare();
      indicated(each.reading());
    }
  }

  /** A reading and the tare it was made with. */
  private record Indicated(WeightReading reading, Optional<Tare> tare) {}

  /** What a key does to the indicator. */
  private interface Key {
    void press(SoftwareIndicator indicator) throws Refused;
  }

  private void press(Key key) throws Refused, LinkDown {
    if (indicator.isEmpty()) {
      throw new LinkDown(deviceId + " indicates nothing, see its health first");
    }
    synchronized (keys) {
      key.press(indicator.get());
    }
  }

  @Override
  public void zero() throws Refused, LinkDown {
    press(SoftwareIndicator::zero);
  }

  @Override
  public void tare() throws Refused, LinkDown {
    press(SoftwareIndicator::tare);
  }

  @Override
  public void presetTare(Mass mass) throws Refused, LinkDown {
    press(pressed -> pressed.presetTare(mass.kilograms()));
  }

  @Override
  public void clearTare() throws Refused, LinkDown {
    press(SoftwareIndicator::clearTare);
  }

  @Override
  public Optional<Tare> tareInForce() {
    return told;
  }

  private void indicated(WeightReading reading) {
    if (reading.flags().has(Flag.OUT_OF_RANGE)) {
      say(Health.Status.DEGRADED, "out-of-range", "the load of " + deviceId + " is out of range");
    } else if (reading.flags().has(MotionFlags.ZERO_OFF)) {
      say(
          Health.Status.DEGRADED,
          "zero-off",
          deviceId + " has no zero within its range: clear and clean the platform, look at cells");
    } else if (reading.flags().has(MotionFlags.ZERO_NOT_RETURNED)
        || reading.flags().has(MotionFlags.CREEP)) {
      say(
          Health.Status.DEGRADED,
          "creep",
          "the indication of "
              + deviceId
              + " drifts at rest or does not return to zero: clean the platform, test the cells");
    } else if (health.status() != Health.Status.OK) {
      health = Health.ok(time.monotonicNanos());
    }
    listeners.received(reading);
  }

  @Override
  public void interrupted(Interruption interruption) {
    synchronized (keys) {
      indicator.orElseThrow().interrupted();
    }
    say(
        Health.Status.DEGRADED,
        "no-samples",
        "nothing heard of " + samplesId + ": " + interruption.detail());
    listeners.interrupted(interruption);
  }

  private void say(Health.Status status, String code, String message) {
    Health now = new Health(status, code, message, time.monotonicNanos());
    if (!now.sameAs(health)) {
      health = now;
    }
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
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return listeners.healthOver(health);
  }
}

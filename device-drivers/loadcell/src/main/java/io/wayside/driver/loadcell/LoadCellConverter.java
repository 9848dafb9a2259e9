// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.supervision.DeviceThread;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.loadcell.chip.Opening;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A load-cell converter of the site that the gateway itself reads on pins or SPI. */
@Component(
    name = LoadCellConverter.PID,
    configurationPid = LoadCellConverter.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {SampleStream.class, HealthSource.class})
@Designate(ocd = Config.class, factory = true)
public final class LoadCellConverter implements SampleStream, HealthSource {

  private static final Logger log = LoggerFactory.getLogger(LoadCellConverter.class);

  static final String PID = "io.wayside.device.loadcell";

  private static final int FIRST_RETRY_MS = 250;
  private static final int LONGEST_RETRY_MS = 5_000;
  private static final int MOST_SAMPLES = 1 << 16;

  private static final Duration STOP_WITHIN = Duration.ofSeconds(1);

  private final String deviceId;
  private final List<Channel> channels;
  private final double rateHz;
  private final Listeners<SampleBlock> listeners;
  private final DeviceThread thread;

  @Activate
  public LoadCellConverter(Config config, @Reference TimeSource time) {
    this(config, Models.opening(config), time);
  }

  LoadCellConverter(Config config, Opening opening, TimeSource time) {
    this.deviceId = config.device_id();
    this.channels = List.of(new Channel(config.channel(), config.unit()));
    this.rateHz = config.rateHz();
    this.listeners = new Listeners<>("converter " + deviceId, log::error);
    long length = Math.round(rateHz * config.blockMs() / 1e3);
    Blocks blocks =
        new Blocks(
            (int) Math.max(1, Math.min(MOST_SAMPLES, length)),
            rateHz,
            config.unitsPerCount(),
            config.offsetCounts());
    this.thread =
        new DeviceThread(
            "load-cell-" + deviceId,
            log,
            new Sampler(config, opening, blocks, listeners, time),
            new Backoff(FIRST_RETRY_MS, LONGEST_RETRY_MS, new SplittableRandom()),
            STOP_WITHIN);
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
  public List<Channel> channels() {
    return channels;
  }

  @Override
  public double nominalRateHz() {
    return rateHz;
  }

  @Override
  public Subscription subscribe(Listener<? super SampleBlock> listener) {
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

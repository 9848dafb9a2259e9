// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.link.LinkService;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.iio.context.Request;
import io.wayside.driver.iio.context.Transport;
import io.wayside.driver.iio.context.Wanted;
import io.wayside.driver.iio.local.LocalTransport;
import io.wayside.driver.iio.network.NetworkTransport;
import java.nio.file.Path;
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

/** An analogue-to-digital converter of the site that Linux drives. */
@Component(
    name = Converter.PID,
    configurationPid = Converter.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {SampleStream.class, HealthSource.class})
@Designate(ocd = Config.class, factory = true)
public final class Converter implements SampleStream, HealthSource {

  private static final Logger log = LoggerFactory.getLogger(Converter.class);

  static final String PID = "io.wayside.device.iio";

  /** A block is at most this long, whatever rate and length are. */
  private static final int MOST_SCANS = 1 << 16;

  private final String deviceId;
  private final List<Channel> channels;
  private final double rateHz;
  private final Listeners<SampleBlock> listeners;
  private final ConverterThread thread;

  @Activate
  public Converter(Config config, @Reference LinkService links, @Reference TimeSource time) {
    this.deviceId = config.device_id();
    this.rateHz = config.rateHz();
    this.listeners = new Listeners<>("converter " + deviceId, log::error);
    Request request = request(config);
    this.channels = request.channels().stream().map(Wanted::offered).toList();
    Flags flags = config.simulated() ? Flags.of(Flag.SIMULATED) : Flags.NONE;
    this.thread =
        new ConverterThread(
            "converter-" + deviceId,
            transport(config, request, links, time),
            new Session(deviceId, rateHz, flags, listeners, time.monotonicNanos()),
            new Backoff(config.firstRetryMs(), config.longestRetryMs(), new SplittableRandom()),
            time,
            TimeUnit.MILLISECONDS.toNanos(config.silentAfterMs()));
    thread.start();
  }

  private static Request request(Config config) {
    long scans = Math.round(config.rateHz() * config.blockMs() / 1e3);
    return new Request(
        config.device_id(),
        config.converter(),
        Wanted.all(config.device_id(), config.channels()),
        config.rateHz(),
        (int) Math.max(1, Math.min(MOST_SCANS, scans)),
        config.silentAfterMs());
  }

  private static Transport transport(
      Config config, Request request, LinkService links, TimeSource time) {
    return config.transport().equals("local")
        ? new LocalTransport(
            request, config.trigger(), Path.of(config.sysPath()), Path.of(config.devPath()), time)
        : new NetworkTransport(request, config.transport(), links, time);
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

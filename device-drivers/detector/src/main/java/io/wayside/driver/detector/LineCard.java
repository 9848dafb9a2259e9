// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.Backoff;
import io.wayside.core.device.CardWord;
import io.wayside.core.device.DetectorCard;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import io.wayside.core.supervision.DeviceThread;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.detector.card.LineProfile;
import io.wayside.driver.detector.card.LineWatch;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A detector card with lines of text. */
@Component(
    name = LineCard.PID,
    configurationPid = LineCard.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {DetectorCard.class, HealthSource.class})
@Designate(ocd = LineCardConfig.class, factory = true)
public final class LineCard implements DetectorCard, HealthSource {

  static final String PID = "io.wayside.device.detector-lines";

  private static final Logger log = LoggerFactory.getLogger(LineCard.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(1);

  private final String deviceId;
  private final Listeners<CardWord> listeners;
  private final CardStanding standing;
  private final DeviceThread thread;

  @Activate
  public LineCard(
      LineCardConfig config,
      BundleContext context,
      @Reference(name = "links") LinkService links,
      @Reference(name = "time") TimeSource time)
      throws IOException, GarbledData {
    this(config, LineProfile.from(Documents.of(context).read(config.profile())), links, time);
  }

  LineCard(LineCardConfig config, LineProfile profile, LinkService links, TimeSource time) {
    this.deviceId = config.device_id();
    this.listeners = new Listeners<>("card " + deviceId, log::error);
    this.standing = new CardStanding(deviceId, listeners::interrupted, time.monotonicNanos());
    this.thread =
        new DeviceThread(
            "detector-lines-" + deviceId,
            log,
            new KeptLine(
                LinkAddresses.parse(config.link()),
                links,
                new LineWatch(profile, time.monotonicNanos()),
                config.silentAfterS() * 1_000_000_000L,
                standing,
                listeners::received,
                time),
            new Backoff(config.firstRetryMs(), config.longestRetryMs(), new SplittableRandom()),
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

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.PlateReading;
import io.wayside.core.device.PlateSource;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.anpr.event.ClockWatch;
import io.wayside.driver.anpr.event.Dialect;
import io.wayside.driver.anpr.event.Readings;
import io.wayside.driver.anpr.onvif.Credentials;
import io.wayside.driver.anpr.onvif.PassedOver;
import io.wayside.driver.anpr.onvif.PlateEvents;
import io.wayside.driver.http.HttpDevice;
import io.wayside.driver.http.HttpPost;
import io.wayside.driver.http.PasswordFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
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

/** A plate camera of the site. */
@Component(
    name = PlateCamera.PID,
    configurationPid = PlateCamera.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {PlateSource.class, HealthSource.class})
@Designate(ocd = Config.class, factory = true)
public final class PlateCamera implements PlateSource, HealthSource {

  private static final Logger log = LoggerFactory.getLogger(PlateCamera.class);

  static final String PID = "io.wayside.device.anpr";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A subscription outlives a pull by this. */
  private static final Duration LASTING = Duration.ofSeconds(60);

  /** Bytes of an answer with {@link Pulling#MOST_AT_ONCE} plates and their pictures. */
  private static final int LONGEST_ANSWER = 8 << 20;

  private final String deviceId;
  private final Listeners<PlateReading> listeners;
  private final Hearing thread;

  @Activate
  public PlateCamera(Config config, @Reference TimeSource time) {
    this.deviceId = config.device_id();
    this.listeners = new Listeners<>("camera " + deviceId, log::error);
    this.thread =
        switch (config.make()) {
          case HIKVISION -> listening(config, Dialect.hikvision(config.channel()), time);
          case DAHUA -> listening(config, Dialect.dahua(config.channel()), time);
          case ONVIF -> pulling(config, time);
        };
    thread.start();
  }

  private Hearing listening(Config config, Dialect dialect, TimeSource time) {
    Duration silentAfter = Duration.ofMillis(config.silentAfterMs());
    return new Listening(
        "anpr-" + deviceId,
        new HttpDevice(
            URI.create(address(config) + dialect.path()),
            config.user(),
            PasswordFile.read(config.passwordFile()),
            PATIENCE.compareTo(silentAfter) < 0 ? PATIENCE : silentAfter,
            "correct make and address"),
        new Readings(dialect, config.pictures(), listeners::received),
        new ClockWatch(Duration.ofSeconds(config.clockOffS())),
        new Standing(deviceId, listeners::interrupted, time.monotonicNanos()),
        backoff(config),
        time,
        TimeUnit.MILLISECONDS.toNanos(config.silentAfterMs()));
  }

  private Hearing pulling(Config config, TimeSource time) {
    Duration silentAfter = Duration.ofMillis(config.silentAfterMs());
    Duration pull = Duration.ofSeconds(Math.max(1, Math.min(60, silentAfter.toSeconds() / 2)));
    Duration patience = PATIENCE.compareTo(silentAfter) < 0 ? PATIENCE : silentAfter;
    String password = PasswordFile.read(config.passwordFile());
    PassedOver passedOver = new PassedOver();
    return new Pulling(
        "anpr-" + deviceId,
        new OnvifCamera(
            address(config),
            new HttpPost(config.user(), password, LONGEST_ANSWER, patience),
            new Credentials(config.user(), password),
            time,
            new OnvifCamera.Times(
                patience, pull, pull.plus(silentAfter.dividedBy(2)), LASTING.plus(pull))),
        new Pulling.Plates(
            new PlateEvents(config.videoSource(), passedOver),
            passedOver,
            config.pictures(),
            listeners::received),
        new ClockWatch(Duration.ofSeconds(config.clockOffS())),
        new Standing(deviceId, listeners::interrupted, time.monotonicNanos()),
        backoff(config),
        time);
  }

  private static Backoff backoff(Config config) {
    return new Backoff(config.firstRetryMs(), config.longestRetryMs(), new SplittableRandom());
  }

  private static URI address(Config config) {
    String wrong =
        "camera "
            + config.device_id()
            + ": \""
            + config.address()
            + "\" is no address; give it as http://192.0.2.8 or https://…, without path, user and"
            + " password";
    try {
      URI base = new URI(config.address().replaceFirst("/+$", ""));
      boolean whole =
          ("http".equalsIgnoreCase(base.getScheme()) || "https".equalsIgnoreCase(base.getScheme()))
              && base.getHost() != null
              && base.getRawUserInfo() == null
              && base.getRawPath().isEmpty()
              && base.getRawQuery() == null;
      if (!whole) {
        throw new IllegalArgumentException(wrong);
      }
      return base;
    } catch (URISyntaxException noAddress) {
      throw new IllegalArgumentException(wrong, noAddress);
    }
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
  public Subscription subscribe(Listener<? super PlateReading> listener) {
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

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Sentence;
import io.wayside.core.device.SentenceSink;
import io.wayside.core.device.SentenceSource;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.link.LinkService;
import io.wayside.core.supervision.DeviceThread;
import io.wayside.core.supervision.LinkDevice;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.AidAnnouncement;
import io.wayside.core.water.AidCondition;
import io.wayside.core.water.Transponder;
import io.wayside.driver.nmea.heard.GaugeSigns;
import io.wayside.driver.nmea.heard.Listening;
import io.wayside.driver.nmea.heard.TransducerNames;
import io.wayside.driver.nmea.session.ReceiverSession;
import io.wayside.driver.nmea.session.Settings;
import io.wayside.driver.nmea.spoken.Manner;
import java.time.Duration;
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

/**
 * A receiver of sentences of the site, and all that it hears of aids, vessels and water; with a
 * transponder on its line it announces an aid.
 */
@Component(
    name = Receiver.PID,
    configurationPid = Receiver.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {SentenceSource.class, SentenceSink.class, Transponder.class, HealthSource.class})
@Designate(ocd = Config.class, factory = true)
public final class Receiver implements SentenceSource, SentenceSink, Transponder, HealthSource {

  static final String PID = "io.wayside.device.nmea-receiver";

  private static final Logger log = LoggerFactory.getLogger(Receiver.class);

  /** The largest datagram at once, so that its sender is known for all of it. */
  private static final int BUFFER_BYTES = 64 << 10;

  private static final Duration STOP_WITHIN = Duration.ofSeconds(1);

  private final String deviceId;
  private final Mouth mouth;
  private final Speech speech;
  private final Audience audience;
  private final DeviceThread thread;

  @Activate
  public Receiver(
      Config config,
      @Reference Hall hall,
      @Reference LinkService links,
      @Reference TimeSource time) {
    this.deviceId = config.device_id();
    String place = "receiver " + deviceId + " at " + config.link();
    this.mouth = new Mouth(place, config.announces());
    this.speech =
        new Speech(
            place,
            new Manner(config.announcesIn(), config.monitorsIn(), config.monitorsUnder()),
            mouth);
    this.audience = hall.of(deviceId);
    this.thread =
        new DeviceThread(
            "nmea-" + deviceId,
            log,
            new LinkDevice(config.link(), links, time, session(config, time), mouth, BUFFER_BYTES),
            new Backoff(config.firstRetryMs(), config.longestRetryMs(), new SplittableRandom()),
            STOP_WITHIN);
    audience.hears(thread::health, mouth::answered);
    thread.start();
  }

  private ReceiverSession session(Config config, TimeSource time) {
    return new ReceiverSession(
        new Settings(
            deviceId, config.link(), TimeUnit.MILLISECONDS.toNanos(config.silentAfterMs())),
        new Listening(
            TransducerNames.parse(List.of(config.transducers())),
            GaugeSigns.parse(List.of(config.gaugeSigns())),
            Listening.areas(config.monitoringAreas()),
            config.announces()),
        audience,
        time.monotonicNanos());
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
  public Subscription subscribe(Listener<? super Sentence> listener) {
    return audience.sentences().subscribe(listener);
  }

  @Override
  public Answer send(List<String> sentences, Duration patience) throws DeviceException {
    return mouth.send(sentences, patience);
  }

  @Override
  public Answer announce(AidAnnouncement aid, Duration patience) throws DeviceException {
    return speech.announce(aid, patience);
  }

  @Override
  public Answer tell(AidCondition condition, Duration patience) throws DeviceException {
    return speech.tell(condition, patience);
  }

  @Override
  public String healthId() {
    return audience.healthId();
  }

  @Override
  public Health health() {
    return audience.health();
  }
}

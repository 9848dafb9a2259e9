// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording;

import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.recording.CsvOrigin;
import io.wayside.core.recording.RecordingHead;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.recording.play.Player;
import io.wayside.driver.recording.play.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A recording that stands in for a converter. */
@Component(
    name = Replay.PID,
    configurationPid = Replay.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {SampleStream.class, HealthSource.class})
@Designate(ocd = ReplayConfig.class, factory = true)
public final class Replay implements SampleStream, HealthSource {

  private static final Logger log = LoggerFactory.getLogger(Replay.class);

  static final String PID = "io.wayside.device.replay";

  private final String deviceId;
  private final RecordingHead head;
  private final Listeners<SampleBlock> listeners;
  private final CountDownLatch mayStart;
  private final Player player;

  /**
   * Starts a replay.
   *
   * @throws IllegalStateException when the file cannot be read: without it nobody knows the
   *     channels
   */
  @Activate
  public Replay(ReplayConfig config, @Reference TimeSource time) {
    this.deviceId = config.device_id();
    Path file = Path.of(config.file());
    OptionalDouble rate =
        config.csvRateHz() > 0 ? OptionalDouble.of(config.csvRateHz()) : OptionalDouble.empty();
    CsvOrigin origin = new CsvOrigin(deviceId, Instant.EPOCH, rate, Map.of());
    this.head = head(file, origin);
    this.listeners = new Listeners<>("replay " + deviceId, log::error);
    this.mayStart = new CountDownLatch(config.awaitListener() ? 1 : 0);
    this.player =
        new Player(
            new Player.Settings(deviceId, file, origin, config.speed(), config.loop()),
            listeners,
            time,
            mayStart);
    player.start();
  }

  private RecordingHead head(Path file, CsvOrigin origin) {
    try (RecordingReader reader = RecordingReader.open(file, origin)) {
      RecordingHead found = reader.head();
      if (found != null) {
        return found;
      }
      throw new IllegalStateException(
          deviceId + ": " + file + " is no recording: " + reader.damage());
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          deviceId + ": the recording " + file + " cannot be read; correct its name", unreadable);
    }
  }

  @Deactivate
  void stop() {
    player.close();
  }

  @Override
  public String deviceId() {
    return deviceId;
  }

  @Override
  public List<Channel> channels() {
    return head.offered();
  }

  @Override
  public double nominalRateHz() {
    return head.nominalRateHz();
  }

  @Override
  public Subscription subscribe(Listener<? super SampleBlock> listener) {
    Subscription subscription = listeners.subscribe(listener);
    mayStart.countDown();
    return subscription;
  }

  @Override
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return listeners.healthOver(player.health());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.displayline;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import io.wayside.core.supervision.DeviceThread;
import io.wayside.core.supervision.Hold;
import io.wayside.core.supervision.KeptOpen;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.display.DriverDisplay;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.LoggerFactory;

/**
 * Tells a display what it shows: when that changes, and each second again, since a display forgets.
 */
@Component(
    name = LineDisplay.PID,
    configurationPid = LineDisplay.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true,
    service = {DriverDisplay.class, HealthSource.class})
@Designate(ocd = LineDisplayConfig.class, factory = true)
public final class LineDisplay implements DriverDisplay, HealthSource {

  static final String PID = "io.wayside.device.text-display";

  /** After so many seconds without a sentence the display is to be dark. */
  static final int FORGETS_S = 5;

  private static final long AGAIN_NANOS = 1_000_000_000L;
  private static final Duration PATIENCE = Duration.ofMillis(50);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(3);
  private static final int BUFFER = 256;

  private final String deviceId;
  private final LinkAddress address;
  private final long silenceNanos;
  private final LinkService links;
  private final TimeSource time;
  private final BoardTurns turns;
  private final DeviceThread thread;

  @Activate
  public LineDisplay(
      LineDisplayConfig config,
      @Reference(name = "links") LinkService links,
      @Reference(name = "time") TimeSource time) {
    this(
        config.device_id(),
        config.link(),
        new BoardTurns(
            new BoardLayout(config.columns(), config.rows(), config.letters()),
            Duration.ofMillis(config.turnMs())),
        Duration.ofSeconds(config.silenceS()),
        links,
        time);
  }

  LineDisplay(
      String deviceId,
      String link,
      BoardTurns turns,
      Duration silence,
      LinkService links,
      TimeSource time) {
    this.deviceId = deviceId;
    this.address = LinkAddresses.parse(link);
    this.turns = turns;
    this.silenceNanos = silence.toNanos();
    this.links = links;
    this.time = time;
    this.thread =
        new DeviceThread(
            "text-display-" + deviceId,
            LoggerFactory.getLogger(LineDisplay.class),
            new Telling(),
            new Backoff(250, 10_000, new SplittableRandom()),
            STOP_WITHIN);
    thread.start();
  }

  @Override
  public void show(List<String> texts, Duration lease) {
    turns.show(texts, lease, time.monotonicNanos());
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
  public String healthId() {
    return "device." + deviceId;
  }

  @Override
  public Health health() {
    return thread.health();
  }

  /** On the device's thread. */
  private final class Telling implements KeptOpen {

    private Health health =
        Health.starting("opens " + LinkAddresses.print(address), time.monotonicNanos());

    @Override
    public void work(Hold hold) throws DeviceException, InterruptedException {
      try (Link link = hold.open(() -> links.open(address))) {
        byte[] buffer = new byte[BUFFER];
        long heardNanos = time.monotonicNanos();
        long toldNanos = heardNanos - AGAIN_NANOS;
        List<String> told = List.of();
        while (!hold.isStopping()) {
          long now = time.monotonicNanos();
          List<String> rows = turns.rows(now);
          if (!rows.equals(told) || now - toldNanos >= AGAIN_NANOS) {
            link.write(BoardSentence.show(rows, FORGETS_S));
            told = rows;
            toldNanos = now;
            hold.progress();
          }
          if (link.read(buffer, PATIENCE) > 0) {
            heardNanos = time.monotonicNanos();
          }
          boolean silent = silenceNanos > 0 && time.monotonicNanos() - heardNanos > silenceNanos;
          health = silent ? silent() : Health.ok(time.monotonicNanos());
          hold.publish();
        }
      }
    }

    private Health silent() {
      return new Health(
          Health.Status.DEGRADED,
          "silent",
          "the display says nothing for longer than it should: look at it and at its line",
          time.monotonicNanos());
    }

    @Override
    public void broke(DeviceException why) {
      health =
          new Health(
              Health.Status.FAILED,
              "link-down",
              "the display cannot be told anything at "
                  + LinkAddresses.print(address)
                  + ", look at its line: "
                  + why.getMessage(),
              time.monotonicNanos());
    }

    @Override
    public void faulty(String detail) {
      health =
          new Health(
              Health.Status.FAILED,
              "internal-fault",
              "a fault of the software, report it with the log: " + detail,
              time.monotonicNanos());
    }

    @Override
    public void stopped() {
      health = Health.starting("stopped", time.monotonicNanos());
    }

    @Override
    public Health health() {
      return health;
    }
  }
}

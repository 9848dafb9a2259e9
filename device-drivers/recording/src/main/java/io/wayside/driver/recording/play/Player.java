// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording.play;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.recording.CsvOrigin;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.recording.play.RecordingReader.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that plays one file. While the file is away the tape runs on: what would have been
 * played meanwhile is lost, as with a converter.
 */
public final class Player implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Player.class);

  private static final long LOOK_EVERY_NANOS = 10_000_000;
  private static final long RETRY_MS = 100;
  private static final long JOIN_MS = 1_000;

  /**
   * What to play.
   *
   * @param speed 1 as it was; 0 as fast as the listeners take it
   */
  public record Settings(
      String deviceId, Path file, CsvOrigin origin, double speed, boolean loop) {}

  private final Settings settings;
  private final Listener<SampleBlock> listeners;
  private final TimeSource time;
  private final CountDownLatch mayStart;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile Health health;

  // Of the playing thread alone.
  private long consumed; // blocks of this pass
  private long resumedNanos = Long.MIN_VALUE;
  private long heardNanos;
  private boolean told;

  /**
   * A player that begins when the latch opens.
   *
   * @param mayStart opened when somebody listens
   */
  public Player(
      Settings settings,
      Listener<SampleBlock> listeners,
      TimeSource time,
      CountDownLatch mayStart) {
    this.settings = settings;
    this.listeners = listeners;
    this.time = time;
    this.mayStart = mayStart;
    this.heardNanos = time.monotonicNanos();
    this.health =
        Health.starting(settings.deviceId() + ": waits for a listener", time.monotonicNanos());
    this.thread = new Thread(this::run, "replay-" + settings.deviceId());
    this.thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  public Health health() {
    return health;
  }

  private void run() {
    try {
      while (!mayStart.await(RETRY_MS, TimeUnit.MILLISECONDS)) {
        if (stop.getCount() == 0) {
          return;
        }
      }
      Retiming retiming = new Retiming(time.monotonicNanos());
      while (stop.getCount() > 0 && pass(retiming)) {
        log.debug("replay {}: again", settings.deviceId());
      }
    } catch (InterruptedException stopped) {
      log.debug("replay {}: interrupted", settings.deviceId());
    } catch (RuntimeException e) {
      log.error("replay {}: fault in the driver", settings.deviceId(), e);
      end(Cause.STOPPED, Status.FAILED, "fault", "fault in the driver (" + e + "); see the log");
    } finally {
      if (stop.getCount() == 0) {
        end(Cause.STOPPED, Status.FAILED, "stopped", "the replay was stopped");
      }
    }
  }

  /** Plays the file from where it was; whether to go on. */
  private boolean pass(Retiming retiming) throws InterruptedException {
    try (RecordingReader reader = RecordingReader.open(settings.file(), settings.origin())) {
      if (resumedNanos == Long.MAX_VALUE) {
        resumedNanos = time.monotonicNanos();
      }
      long passed = 0;
      for (Item item = reader.next(); item != null; item = reader.next()) {
        if (++passed <= consumed) {
          continue;
        }
        requireFile();
        if (item.anew()) {
          retiming.seam();
        }
        SampleBlock block = retiming.next(item.block());
        consumed = passed;
        if (!awaitDue(retiming.dueNanos(block, settings.speed()))) {
          return false;
        }
        play(block, reader, retiming);
      }
      return atEnd(reader, passed, retiming);
    } catch (IOException gone) {
      down(gone);
      resumedNanos = Long.MAX_VALUE;
      return !stop.await(RETRY_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void play(SampleBlock block, RecordingReader reader, Retiming retiming) {
    long now = time.monotonicNanos();
    if (settings.speed() > 0 && retiming.dueNanos(block, settings.speed()) <= resumedNanos) {
      return; // it ran by while the file was away
    }
    told = false;
    double last = block.firstMonotonicNanos() + (block.length() - 1) * block.intervalNanos();
    heardNanos = Math.max(heardNanos, Math.min(now, Math.round(last)));
    listeners.received(block);
    publish(reader.damages() == 0 ? Health.ok(now) : damaged(reader, now));
  }

  private Health damaged(RecordingReader reader, long now) {
    String message =
        settings.deviceId()
            + ": "
            + settings.file()
            + " is damaged, first at "
            + reader.damage()
            + "; the rest is played";
    return new Health(Status.DEGRADED, "damaged", message, now);
  }

  private boolean atEnd(RecordingReader reader, long blocks, Retiming retiming) {
    if (reader.otherChannels()) {
      end(
          Cause.GARBLED,
          Status.FAILED,
          "other-channels",
          settings.file() + " goes on with other channels; cut it into two files");
      return false;
    }
    if (settings.loop() && blocks > 0) {
      consumed = 0;
      retiming.seam();
      return true;
    }
    end(Cause.STOPPED, Status.DEGRADED, "ended", settings.file() + " has been played to its end");
    return false;
  }

  /** Waits in short steps, looking for the file; whether to play on. */
  private boolean awaitDue(long dueNanos) throws InterruptedException, IOException {
    while (true) {
      requireFile();
      long left = dueNanos == Long.MIN_VALUE ? 0 : dueNanos - time.monotonicNanos();
      if (left <= 0) {
        return stop.getCount() > 0;
      }
      publishPlaying();
      if (stop.await(Math.min(left, LOOK_EVERY_NANOS), TimeUnit.NANOSECONDS)) {
        return false;
      }
    }
  }

  private void requireFile() throws IOException {
    if (!Files.exists(settings.file())) {
      throw new IOException("the file is gone");
    }
  }

  private void publishPlaying() {
    if (health.status() == Status.STARTING) {
      publish(Health.ok(time.monotonicNanos()));
    }
  }

  private void down(IOException gone) {
    end(
        Cause.LINK_DOWN,
        Status.FAILED,
        "link-down",
        settings.file() + " cannot be read (" + gone + "); put the file back");
  }

  private void end(Cause cause, Status status, String code, String what) {
    String detail = settings.deviceId() + ": " + what;
    publish(new Health(status, code, detail, time.monotonicNanos()));
    if (!told) {
      told = true;
      listeners.interrupted(new Interruption(heardNanos, cause, detail));
    }
  }

  private void publish(Health now) {
    if (now.status() != health.status() || !now.code().equals(health.code())) {
      log.info("replay {}: {} {}", settings.deviceId(), now.status(), now.message());
      health = now;
    }
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

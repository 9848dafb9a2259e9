// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording.tap;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.recording.Coding;
import io.wayside.core.recording.RecordedChannel;
import io.wayside.core.recording.RecordingHead;
import io.wayside.core.time.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes blocks from the sampling thread into a bounded queue and writes them on a thread of its
 * own. When the queue is full the new block is dropped and counted; the file shows a jump of the
 * sequence there.
 */
public final class Tap implements Listener<SampleBlock>, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Tap.class);

  private static final long LOOK_EVERY_MS = 100;
  private static final long RETRY_NANOS = 5_000_000_000L;
  private static final long JOIN_MS = 5_000;
  private static final long LONGEST_DOCUMENT = 1 << 19;

  /**
   * What to write where.
   *
   * @param instrument path of the instrument document, or empty
   */
  public record Settings(
      String deviceId,
      Path folder,
      String instrument,
      Coding coding,
      int queueBlocks,
      long fileBytes,
      long fileNanos,
      long totalBytes,
      long keepFreeBytes) {}

  private final Settings settings;
  private final SampleStream stream;
  private final TimeSource time;
  private final Value notes;
  private final Value truth;
  private final BlockingQueue<SampleBlock> queue;
  private final RotatingFile files;
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private final Thread thread;
  private volatile boolean stopping;
  private volatile Health health;
  private volatile @Nullable Path current;
  private volatile @Nullable String instrumentWrong;
  private long triedNanos;

  /**
   * A tap that writes from now on.
   *
   * @param notes goes into each file
   * @param truth goes into each file
   */
  public Tap(Settings settings, SampleStream stream, TimeSource time, Value notes, Value truth) {
    this.settings = settings;
    this.stream = stream;
    this.time = time;
    this.notes = notes;
    this.truth = truth;
    this.queue = new ArrayBlockingQueue<>(settings.queueBlocks());
    this.files =
        new RotatingFile(
            new RecordingFolder(settings.folder(), stream.deviceId()),
            new RotatingFile.Bounds(
                settings.fileBytes(),
                settings.fileNanos(),
                settings.totalBytes(),
                settings.keepFreeBytes()),
            this::head);
    this.health = Health.ok(time.monotonicNanos());
    this.triedNanos = time.monotonicNanos() - RETRY_NANOS;
    this.thread = new Thread(this::run, "tap-" + settings.deviceId());
    this.thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void received(SampleBlock block) {
    if (stopping || !queue.offer(block)) {
      dropped.incrementAndGet();
    }
  }

  /** The next block's sequence says as much. */
  @Override
  public void interrupted(Interruption interruption) {
    log.debug("tap {}: {}", settings.deviceId(), interruption.detail());
  }

  public Health health() {
    return health;
  }

  /** Blocks that found the queue full, or the disk failing. */
  public long dropped() {
    return dropped.get();
  }

  public long written() {
    return written.get();
  }

  public @Nullable Path current() {
    return current;
  }

  private void run() {
    try {
      while (!stopping || !queue.isEmpty()) {
        SampleBlock block = queue.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        if (block != null) {
          write(block);
        }
      }
    } catch (InterruptedException stopped) {
      log.debug("tap {}: interrupted", settings.deviceId());
    } finally {
      closeFile();
    }
  }

  private void write(SampleBlock block) {
    long now = time.monotonicNanos();
    if (health.status() == Status.FAILED && now - triedNanos < RETRY_NANOS) {
      dropped.incrementAndGet();
      return;
    }
    try {
      triedNanos = now;
      files.write(block);
      current = files.current();
      written.incrementAndGet();
      publish(judged(now));
    } catch (IOException | IllegalArgumentException failed) {
      dropped.incrementAndGet();
      closeFile();
      String message =
          settings.deviceId()
              + ": cannot record into "
              + settings.folder()
              + " ("
              + failed
              + "); check the disk and the bounds; it is tried again every 5 s";
      publish(new Health(Status.FAILED, "cannot-write", message, now));
    }
  }

  private Health judged(long now) {
    String wrong = instrumentWrong;
    if (wrong != null) {
      return new Health(Status.DEGRADED, "instrument-unreadable", wrong, now);
    }
    if (dropped.get() > 0) {
      String message =
          settings.deviceId()
              + ": the disk is too slow; "
              + dropped.get()
              + " blocks were not recorded since the start";
      return new Health(Status.DEGRADED, "blocks-dropped", message, now);
    }
    return Health.ok(now);
  }

  private void publish(Health now) {
    if (!now.code().equals(health.code())) {
      log.info("tap {}: {} {}", settings.deviceId(), now.status(), now.message());
    }
    health = now.sameAs(health) ? health : now;
  }

  private RecordingHead head(SampleBlock first) {
    List<RecordedChannel> channels =
        stream.channels().stream()
            .map(c -> new RecordedChannel(c.name(), c.unit(), settings.coding(), 1, 0))
            .toList();
    return new RecordingHead(
        stream.deviceId(),
        time.at(first.firstMonotonicNanos()).wall(),
        first.firstMonotonicNanos(),
        stream.nominalRateHz(),
        channels,
        instrument(),
        notes,
        truth);
  }

  /** The document as it is now; without one the signals are still worth keeping. */
  private Value instrument() {
    instrumentWrong = null;
    if (settings.instrument().isEmpty()) {
      return Value.ABSENT;
    }
    Path document = Path.of(settings.instrument());
    try {
      if (Files.size(document) > LONGEST_DOCUMENT) {
        throw new IOException("it is longer than " + LONGEST_DOCUMENT + " bytes");
      }
      return Json.read(Files.readString(document)).root();
    } catch (IOException | GarbledData unreadable) {
      instrumentWrong =
          settings.deviceId()
              + ": recorded without the instrument document "
              + document
              + ", which cannot be read ("
              + unreadable
              + ")";
      return Value.ABSENT;
    }
  }

  private void closeFile() {
    try {
      files.close();
    } catch (IOException failed) {
      log.warn("tap {}: {} may not be whole: {}", settings.deviceId(), current, failed.toString());
    }
    current = null;
  }

  /** Writes what is in the queue, ends the file and the thread. */
  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.NamedPipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device as files: {@code sys/bus/iio/devices/iio:device0} as a kernel from 5.11 on makes it, and
 * a named pipe {@code dev/iio:device0}, both under a root.
 *
 * <p>While {@code buffer/enable} holds 1 the device samples by the clock and puts the channels
 * whose {@code en} holds 1 into the pipe. A pipe cannot be asked how it is opened, so unlike a
 * kernel this device takes no notice of readers; scans that find the pipe full are lost.
 */
public final class FakeIioTree implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FakeIioTree.class);

  private static final Duration PERIOD = Duration.ofMillis(5);

  private final IioDescription description;
  private final RigClock clock;
  private final IioFiles files;
  private final ScanFeed feed;
  private final NamedPipe pipe;
  private final RigClock.Task looking;
  private @Nullable ScanLayout enabled;
  private long enabledSinceNanos;
  private long made;
  private long lost;
  private int losing;
  private boolean gone;

  /**
   * Writes the files; from then on whoever switches the buffer on gets samples.
   *
   * @param root stands in for the root of the file system; folders are made as needed
   */
  public FakeIioTree(Path root, IioDescription description, ScanSource source, RigClock clock)
      throws IOException {
    this.description = description;
    this.clock = clock;
    this.feed = new ScanFeed(description, source);
    this.files = new IioFiles(root, description);
    files.write();
    Path node = root.resolve("dev").resolve(description.id());
    Files.createDirectories(root.resolve("dev"));
    Files.deleteIfExists(node);
    this.pipe = NamedPipe.make(node);
    this.looking = clock.every(PERIOD, this::look);
  }

  /** {@code …/sys/bus/iio/devices/iio:device0}. */
  public Path folder() {
    return files.folder();
  }

  /** {@code …/dev/iio:device0}. */
  public Path node() {
    return pipe.path();
  }

  /** Scans that found the pipe full or were lost in an overrun. */
  public synchronized long lost() {
    return lost;
  }

  /** Loses the next so many scans: their time passes and nobody gets them. */
  public synchronized void overrun(int scans) {
    losing += scans;
  }

  /** Takes the device away for good: the files vanish, a reader comes to the end. */
  public synchronized void unplug() {
    if (gone) {
      return;
    }
    gone = true;
    looking.cancel();
    try {
      pipe.close();
      files.delete();
    } catch (IOException e) {
      log.warn("{} cannot be taken away whole", folder(), e);
    }
  }

  private synchronized void look(long dueNanos) {
    if (gone) {
      return;
    }
    boolean wanted = files.read("buffer/enable").equals("1");
    if (wanted && enabled == null) {
      start(dueNanos);
    } else if (!wanted) {
      enabled = null;
    }
    ScanLayout layout = enabled;
    if (layout != null) {
      makeDueScans(layout, dueNanos);
    }
  }

  private void start(long nowNanos) {
    ChannelMask mask = ChannelMask.none(description.channels().size());
    for (int i = 0; i < description.channels().size(); i++) {
      IioChannel channel = description.channels().get(i);
      boolean on = channel.isScanned() && files.read(IioFiles.enableFile(channel)).equals("1");
      mask = on ? mask.with(i) : mask;
    }
    ScanLayout layout = new ScanLayout(description.channels(), mask);
    if (layout.bytes() == 0) {
      files.put("buffer/enable", "0"); // a kernel refuses to start without a channel
      return;
    }
    feed.startAt(ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()));
    feed.sampleAt(files.samplingHz());
    enabledSinceNanos = nowNanos;
    made = 0;
    pipe.drain();
    enabled = layout;
  }

  private void makeDueScans(ScanLayout layout, long nowNanos) {
    long due = (long) ((nowNanos - enabledSinceNanos) * feed.samplingHz() / 1e9);
    for (; made < due; made++) {
      long[] scan = feed.next();
      if (scan == null) {
        unplug();
        return;
      }
      boolean overrun = losing > 0;
      losing -= overrun ? 1 : 0;
      if (overrun || !pipe.write(layout.encode(List.of(scan)))) {
        lost++;
      }
    }
  }

  @Override
  public void close() {
    unplug();
  }
}

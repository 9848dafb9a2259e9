// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.iiod.Errno.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device that is there, samples and can be read by several clients at once.
 *
 * <p>Paced by a clock, scans that nobody fetches in time are lost, as a full buffer in the kernel
 * loses them; on demand, a scan is made when a client wants one and none is lost. Every client gets
 * every scan while it has the device open.
 */
public final class IioDevice {

  /** libiio gives the kernel room for four of the client's buffers. */
  private static final int BUFFERS = 4;

  private static final Duration PERIOD = Duration.ofMillis(5);

  private final IioDescription description;
  private final RigClock clock;
  private final boolean paced;
  private final ScanFeed feed;
  private final AttributeTable table;
  private final List<IioReader> readers = new ArrayList<>();
  private RigClock.@Nullable Task sampling;
  private long samplingSinceNanos;
  private long made;
  private long lost;
  private int losing;
  private boolean gone;

  private IioDevice(IioDescription description, ScanSource source, RigClock clock, boolean paced) {
    this.description = description;
    this.clock = clock;
    this.paced = paced;
    this.feed = new ScanFeed(description, source);
    this.table = new AttributeTable(description);
  }

  /** Samples at its frequency by that clock while somebody has it open. */
  public static IioDevice paced(IioDescription description, ScanSource source, RigClock clock) {
    return new IioDevice(description, source, clock, true);
  }

  /** Samples as fast as it is read; timestamps still follow the sampling frequency. */
  public static IioDevice onDemand(IioDescription description, ScanSource source, RigClock clock) {
    return new IioDevice(description, source, clock, false);
  }

  public IioDescription description() {
    return description;
  }

  /** Takes the device away: all that is under way and all that follows is refused with ENODEV. */
  public synchronized void unplug() {
    gone = true;
    stopSampling();
    readers.forEach(IioReader::close);
    readers.clear();
    notifyAll();
  }

  /** Brings it back; clients have to open it anew. */
  public synchronized void replug() {
    gone = false;
  }

  /** Loses the next so many scans: their time passes and nobody gets them. */
  public synchronized void overrun(int scans) {
    losing += scans;
  }

  /** Scans that came while a client's buffer was full or in an overrun, each for each client. */
  public synchronized long lost() {
    return lost;
  }

  synchronized List<IioAttribute> attributes() {
    return table.ofDevice();
  }

  synchronized List<IioAttribute> bufferAttributes() {
    return table.ofBuffer();
  }

  synchronized IioReader open(long samples, String mask) throws Refused {
    checkThere();
    ChannelMask enabled =
        ChannelMask.parse(mask, description.channels().size()).orElseThrow(Errno.EINVAL::refused);
    ScanLayout layout = new ScanLayout(description.channels(), enabled);
    long words = description.channels().size() * 8L;
    if (samples < 1 || layout.bytes() == 0 || samples * words > IioReader.MOST_BYTES) {
      throw Errno.EINVAL.refused();
    }
    IioReader reader = new IioReader(enabled, (int) samples, paced ? BUFFERS : 1);
    readers.add(reader);
    if (sampling == null) {
      startSampling();
    }
    return reader;
  }

  private void startSampling() {
    feed.startAt(ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()));
    samplingSinceNanos = clock.nanos();
    made = 0;
    if (paced) {
      sampling = clock.every(PERIOD, this::makeDueScans);
    }
  }

  private void stopSampling() {
    if (sampling != null) {
      sampling.cancel();
      sampling = null;
    }
  }

  synchronized boolean isOpen(IioReader reader) {
    return readers.contains(reader);
  }

  synchronized void close(IioReader reader) {
    reader.close();
    readers.remove(reader);
    if (readers.isEmpty()) {
      stopSampling();
    }
    notifyAll();
  }

  /** What all clients together have enabled, and how large the largest buffer asked for is. */
  synchronized ChannelMask enabled() {
    return readers.stream()
        .map(IioReader::enabled)
        .reduce(ChannelMask.none(description.channels().size()), ChannelMask::or);
  }

  synchronized int bufferScans() {
    return readers.stream().mapToInt(IioReader::samples).max().orElse(1);
  }

  private synchronized void makeDueScans(long dueNanos) {
    long due = (long) ((dueNanos - samplingSinceNanos) * feed.samplingHz() / 1e9);
    for (; made < due && makeOne(); made++) {}
    notifyAll();
  }

  private boolean makeOne() {
    long[] scan = feed.next();
    if (scan == null) {
      unplug();
      return false;
    }
    boolean overrun = losing > 0;
    losing -= overrun ? 1 : 0;
    for (IioReader reader : readers) {
      lost += overrun || !reader.add(scan) ? 1 : 0;
    }
    return true;
  }

  /**
   * The next scans for this client. When they are not all there in time, those that are there are
   * lost.
   *
   * @param timeout for all of them together; zero to wait for ever
   */
  synchronized List<long[]> take(IioReader reader, int scans, Duration timeout) throws Refused {
    long deadlineNanos = timeout.isZero() ? Long.MAX_VALUE : clock.nanos() + timeout.toNanos();
    RigClock.Task alarm = timeout.isZero() ? () -> {} : clock.at(deadlineNanos, this::wake);
    List<long[]> taken = new ArrayList<>();
    try {
      while (taken.size() < scans) {
        checkThere();
        long[] scan = reader.poll();
        if (scan != null) {
          taken.add(scan);
        } else if (reader.closed()) {
          throw Errno.EBADF.refused();
        } else if (!paced) {
          makeOne();
        } else if (clock.nanos() >= deadlineNanos) {
          throw Errno.ETIMEDOUT.refused();
        } else {
          wait();
        }
      }
      return taken;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Errno.EBADF.refused();
    } finally {
      alarm.cancel();
    }
  }

  private synchronized void wake() {
    notifyAll();
  }

  synchronized String read(AttributeTable.Place place, String name) throws Refused {
    checkThere();
    if (name.equals("raw") && place.kind() == AttributeTable.Kind.CHANNEL) {
      return raw(table.channel(place));
    }
    return table.value(place, name);
  }

  /** A driver does not convert on request while its buffer is in use. */
  private String raw(IioChannel channel) throws Refused {
    if (!readers.isEmpty()) {
      throw Errno.EBUSY.refused();
    }
    if (channel.isTimestamp()) {
      throw Errno.ENOENT.refused();
    }
    long[] scan = feed.next();
    if (scan == null) {
      throw Errno.EIO.refused();
    }
    return channel.isScanned() ? Long.toString(scan[description.channels().indexOf(channel)]) : "0";
  }

  synchronized List<String> names(AttributeTable.Place place) throws Refused {
    checkThere();
    return table.names(place);
  }

  synchronized void write(AttributeTable.Place place, String name, String value) throws Refused {
    checkThere();
    table.set(place, name, value);
    if (place.kind() == AttributeTable.Kind.DEVICE && name.equals(AttributeTable.FREQUENCY)) {
      feed.sampleAt(Double.parseDouble(value));
      samplingSinceNanos = clock.nanos();
      made = 0;
    }
  }

  synchronized void checkThere() throws Refused {
    if (gone) {
      throw Errno.ENODEV.refused();
    }
  }
}

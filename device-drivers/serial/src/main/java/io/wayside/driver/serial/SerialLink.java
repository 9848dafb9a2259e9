// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import com.fazecast.jSerialComm.SerialPort;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddress.Serial;
import io.wayside.core.link.LinkAddresses;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * An open serial line. jSerialComm's own {@code isOpen()} stays true after a hang-up, so the line
 * is taken for dead when a read or a look at its input queue fails, or when its path leads
 * elsewhere.
 */
final class SerialLink implements Link {

  /** The finest waiting time of a terminal's VTIME, in milliseconds. */
  static final int TICK_MS = 100;

  private static final long POLL_NANOS = 2_000_000;
  private static final int READS_PER_LOOK = 16;

  private final Serial address;
  private final SerialPort port;
  private final DeviceNode node;
  private final SerialWriter writer;
  private final Object reading = new Object();
  private int readsSinceLook;
  private volatile boolean broken;

  SerialLink(Serial address, SerialPort port, DeviceNode node) {
    this.address = address;
    this.port = port;
    this.node = node;
    this.writer = new SerialWriter(port, LinkAddresses.print(address));
  }

  @Override
  public int read(byte[] buffer, Duration patience) throws LinkDown {
    long leftMs = patience.toMillis();
    for (; leftMs >= TICK_MS; leftMs -= TICK_MS) {
      int count = readTick(buffer);
      if (count > 0) {
        return count;
      }
    }
    return readWithin(buffer, leftMs * 1_000_000);
  }

  /** One wait by the terminal itself, which ends with the first byte. */
  private int readTick(byte[] buffer) throws LinkDown {
    int count = readNow(buffer);
    if (count == 0) {
      lookAtPath();
      // A terminal that somebody set to not wait at all must not make this loop spin.
      LockSupport.parkNanos(POLL_NANOS / 2);
    }
    return count;
  }

  /** Shorter than a tick: asks again and again. */
  private int readWithin(byte[] buffer, long nanos) throws LinkDown {
    long leftNanos = nanos;
    while (available() == 0) {
      if (leftNanos <= 0) {
        return 0;
      }
      LockSupport.parkNanos(Math.min(POLL_NANOS, leftNanos));
      leftNanos -= POLL_NANOS;
    }
    return readNow(buffer);
  }

  private int available() throws LinkDown {
    synchronized (reading) {
      requireWhole();
      int waiting = port.bytesAvailable();
      if (waiting < 0) {
        throw hungUp("the line hung up");
      }
      return waiting;
    }
  }

  private int readNow(byte[] buffer) throws LinkDown {
    int count;
    synchronized (reading) {
      requireWhole();
      count = port.readBytes(buffer, buffer.length);
    }
    if (count < 0) {
      throw hungUp("the line hung up");
    }
    if (count > 0 && ++readsSinceLook >= READS_PER_LOOK) {
      lookAtPath();
    }
    return count;
  }

  private void lookAtPath() throws LinkDown {
    readsSinceLook = 0;
    if (!node.unchanged()) {
      throw hungUp("the adapter was unplugged or the path leads to another one now");
    }
  }

  private void requireWhole() throws LinkDown {
    if (broken) {
      throw hungUp("the line is closed");
    }
  }

  private LinkDown hungUp(String why) {
    broken = true;
    return new LinkDown(
        "%s (%s): %s; check plug and power of the device"
            .formatted(LinkAddresses.print(address), node.real(), why));
  }

  @Override
  public void write(byte[] bytes) throws DeviceException {
    requireWhole();
    try {
      writer.write(bytes);
    } catch (DeviceException e) {
      close();
      throw e;
    }
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  /** Waits for a read in progress, at most one tick, so that no other file gets its number. */
  @Override
  public void close() {
    broken = true;
    synchronized (reading) {
      port.closePort();
    }
    writer.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddress.Tcp;
import io.wayside.core.link.LinkAddresses;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A TCP connection to a device or a serial device server; closed as soon as it breaks. */
final class TcpLink implements Link {

  private static final Logger log = LoggerFactory.getLogger(TcpLink.class);
  private static final Duration WRITE_PATIENCE = Duration.ofSeconds(2);

  private final Tcp address;
  private final SocketChannel channel;
  private final Readiness readable;
  private final Readiness writable;

  /**
   * @param channel connected and set not to block
   */
  TcpLink(Tcp address, SocketChannel channel) throws IOException {
    this.address = address;
    this.channel = channel;
    this.readable = new Readiness(channel, SelectionKey.OP_READ);
    this.writable = new Readiness(channel, SelectionKey.OP_WRITE);
  }

  @Override
  public int read(byte[] buffer, Duration patience) throws LinkDown {
    try {
      readable.await(patience);
      int count = channel.read(ByteBuffer.wrap(buffer));
      if (count < 0) {
        close();
        throw new LinkDown(place() + ": the other side closed; check the device server");
      }
      return count;
    } catch (IOException e) {
      close();
      throw new LinkDown(place() + ": the connection broke; check the network", e);
    }
  }

  @Override
  public void write(byte[] bytes) throws DeviceException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    try {
      while (left.hasRemaining()) {
        if (channel.write(left) == 0 && !writable.await(WRITE_PATIENCE) && channel.isOpen()) {
          close();
          throw new TimedOut(
              "%s: took nothing for %d s; check that the device reads"
                  .formatted(place(), WRITE_PATIENCE.toSeconds()));
        }
      }
    } catch (IOException e) {
      close();
      throw new LinkDown(place() + ": the connection broke; check the network", e);
    }
  }

  private String place() {
    return LinkAddresses.print(address);
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public void close() {
    try (readable;
        writable;
        channel) {
      log.debug("{}: closing", place());
    } catch (IOException e) {
      log.debug("{}: could not be closed properly", place(), e);
    }
  }
}

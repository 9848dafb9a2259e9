// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.Link;
import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddress.Udp;
import io.wayside.core.link.LinkAddresses;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A UDP port listened on; answers go to whoever spoke last. Datagrams are one stream of bytes. */
final class UdpLink implements Link {

  private static final Logger log = LoggerFactory.getLogger(UdpLink.class);

  /** The largest payload of a UDP datagram over IPv4. */
  private static final int DATAGRAM_BYTES = 65_507;

  private final Udp address;
  private final DatagramChannel channel;
  private final Readiness readable;

  /** Received and not yet read. */
  private final ByteBuffer rest = ByteBuffer.allocate(DATAGRAM_BYTES).limit(0);

  private volatile @Nullable SocketAddress lastSender;

  private UdpLink(Udp address, DatagramChannel channel) throws IOException {
    this.address = address;
    this.channel = channel;
    this.readable = new Readiness(channel, SelectionKey.OP_READ);
  }

  static UdpLink open(Udp address) throws LinkDown {
    try {
      DatagramChannel channel = DatagramChannel.open();
      try {
        channel.bind(new InetSocketAddress(address.bindHost(), address.port()));
        channel.configureBlocking(false);
        return new UdpLink(address, channel);
      } catch (IOException | UnresolvedAddressException e) {
        channel.close();
        throw e;
      }
    } catch (BindException e) {
      throw new LinkDown(
          LinkAddresses.print(address)
              + ": the port is in use by another program, or the host is none of this gateway's;"
              + " stop that program or use udp://0.0.0.0:port",
          e);
    } catch (UnresolvedAddressException e) {
      throw new LinkDown(
          LinkAddresses.print(address) + ": there is no host of that name; use udp://0.0.0.0:port",
          e);
    } catch (IOException e) {
      throw new LinkDown(
          LinkAddresses.print(address) + ": cannot be listened on; ports below 1024 need rights",
          e);
    }
  }

  @Override
  public int read(byte[] buffer, Duration patience) throws LinkDown {
    try {
      if (!rest.hasRemaining()) {
        readable.await(patience);
        receive();
      }
    } catch (IOException e) {
      throw new LinkDown(LinkAddresses.print(address) + ": the port was closed", e);
    }
    int count = Math.min(buffer.length, rest.remaining());
    rest.get(buffer, 0, count);
    return count;
  }

  private void receive() throws IOException {
    rest.clear();
    try {
      SocketAddress sender = channel.receive(rest);
      lastSender = sender == null ? lastSender : sender;
    } finally {
      rest.flip();
    }
  }

  @Override
  public void write(byte[] bytes) throws DeviceException {
    SocketAddress receiver = lastSender;
    if (receiver == null) {
      throw new LinkDown(
          LinkAddresses.print(address)
              + ": nobody has spoken on this port yet, so there is nowhere to answer");
    }
    try {
      channel.send(ByteBuffer.wrap(bytes), receiver);
    } catch (IOException e) {
      throw new LinkDown(
          "%s: cannot send to %s; check the network"
              .formatted(LinkAddresses.print(address), receiver),
          e);
    }
  }

  @Override
  public String sender() {
    SocketAddress sender = lastSender;
    return sender == null ? "" : sender.toString();
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public void close() {
    try (readable;
        channel) {
      log.debug("{}: closing", LinkAddresses.print(address));
    } catch (IOException e) {
      log.debug("{}: could not be closed properly", LinkAddresses.print(address), e);
    }
  }
}

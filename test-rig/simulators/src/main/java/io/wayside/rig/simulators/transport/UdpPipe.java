// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device on a loopback UDP port; one frame is one datagram. It sends to whoever spoke to it last,
 * or to a fixed receiver until somebody speaks.
 */
public final class UdpPipe implements BytePipe {

  private static final Logger log = LoggerFactory.getLogger(UdpPipe.class);

  private int port;
  private @Nullable SocketAddress receiver;
  private @Nullable DatagramChannel channel;

  /**
   * @param port UDP port; 0 takes a free one at the first opening and keeps it
   * @param receiver where frames go before anybody has spoken, or null for nowhere
   */
  public UdpPipe(int port, @Nullable InetSocketAddress receiver) {
    this.port = port;
    this.receiver = receiver;
  }

  @Override
  public void open() throws IOException {
    replug();
  }

  @Override
  public synchronized void replug() throws IOException {
    if (channel != null) {
      return;
    }
    DatagramChannel opened = DatagramChannel.open();
    try {
      opened.configureBlocking(false);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      Closing.quietly(opened);
      throw new IOException("UDP port " + port + " cannot be used; free it or choose another", e);
    }
    port = opened.socket().getLocalPort();
    channel = opened;
  }

  @Override
  public synchronized String address() {
    return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
  }

  @Override
  public synchronized boolean attached() {
    return channel != null && receiver != null;
  }

  @Override
  public synchronized int write(byte[] frame) {
    if (channel == null || receiver == null) {
      return 0;
    }
    try {
      return channel.send(ByteBuffer.wrap(frame), receiver);
    } catch (IOException e) {
      log.debug("datagram from {} to {} is lost: {}", address(), receiver, e.toString());
      return 0;
    }
  }

  @Override
  public synchronized byte[] read() {
    if (channel == null) {
      return ChannelEnd.NOTHING;
    }
    ByteBuffer buffer = ByteBuffer.allocate(ChannelEnd.READ_BYTES);
    try {
      SocketAddress sender = channel.receive(buffer);
      if (sender != null) {
        receiver = sender;
      }
    } catch (IOException e) {
      log.debug("nothing to be read at {}: {}", address(), e.toString());
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  @Override
  public synchronized void unplug() {
    Closing.quietly(channel);
    channel = null;
  }

  @Override
  public void close() {
    unplug();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device that listens on a loopback TCP port, like a serial device server.
 *
 * <p>One peer at a time; a newer connection replaces the older one, which after a half-open
 * connection is the only behaviour that recovers.
 */
public final class TcpServerPipe implements BytePipe {

  private static final Logger log = LoggerFactory.getLogger(TcpServerPipe.class);

  private int port;
  private @Nullable ServerSocketChannel listener;
  private @Nullable ChannelEnd peer;

  /**
   * @param port TCP port; 0 takes a free one
   */
  public TcpServerPipe(int port) {
    this.port = LoopbackPorts.orFree(port);
  }

  @Override
  public void open() throws IOException {
    replug();
  }

  @Override
  public synchronized void replug() throws IOException {
    if (listener != null) {
      return;
    }
    ServerSocketChannel opened = ServerSocketChannel.open();
    try {
      opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      opened.configureBlocking(false);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      Closing.quietly(opened);
      throw new IOException(
          "TCP port " + port + " cannot be listened on; free it or choose another", e);
    }
    port = opened.socket().getLocalPort();
    listener = opened;
  }

  public synchronized int port() {
    return port;
  }

  @Override
  public synchronized String address() {
    return InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
  }

  @Override
  public synchronized boolean attached() {
    ChannelEnd end = newestPeer();
    return end != null && end.alive();
  }

  @Override
  public synchronized int write(byte[] frame) {
    ChannelEnd end = newestPeer();
    return end == null ? 0 : end.write(frame);
  }

  @Override
  public synchronized byte[] read() {
    ChannelEnd end = newestPeer();
    return end == null ? ChannelEnd.NOTHING : end.read();
  }

  private @Nullable ChannelEnd newestPeer() {
    if (listener == null) {
      return null;
    }
    try {
      SocketChannel accepted;
      while ((accepted = listener.accept()) != null) {
        accepted.configureBlocking(false);
        accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
        dropPeer();
        peer = new ChannelEnd(accepted);
      }
    } catch (IOException e) {
      log.debug("a connection to {} went away while being accepted", address(), e);
    }
    return peer;
  }

  private void dropPeer() {
    if (peer != null) {
      peer.close();
      peer = null;
    }
  }

  @Override
  public synchronized void unplug() {
    newestPeer();
    dropPeer();
    Closing.quietly(listener);
    listener = null;
  }

  @Override
  public void close() {
    unplug();
  }
}

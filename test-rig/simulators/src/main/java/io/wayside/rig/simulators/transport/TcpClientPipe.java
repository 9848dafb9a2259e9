// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device that calls the gateway over TCP; it tries again with every frame until it gets through.
 */
public final class TcpClientPipe implements BytePipe {

  private static final Logger log = LoggerFactory.getLogger(TcpClientPipe.class);

  private final InetSocketAddress gateway;
  private boolean plugged;
  private @Nullable SocketChannel connecting;
  private @Nullable ChannelEnd peer;

  public TcpClientPipe(InetSocketAddress gateway) {
    this.gateway = gateway;
  }

  @Override
  public void open() {
    replug();
  }

  @Override
  public synchronized void replug() {
    plugged = true;
    connectedPeer();
  }

  @Override
  public String address() {
    return gateway.getHostString() + ":" + gateway.getPort();
  }

  @Override
  public synchronized boolean attached() {
    return connectedPeer() != null;
  }

  @Override
  public synchronized int write(byte[] frame) {
    ChannelEnd end = connectedPeer();
    return end == null ? 0 : end.write(frame);
  }

  @Override
  public synchronized byte[] read() {
    ChannelEnd end = connectedPeer();
    return end == null ? ChannelEnd.NOTHING : end.read();
  }

  private @Nullable ChannelEnd connectedPeer() {
    if (!plugged) {
      return null;
    }
    if (peer != null && peer.alive()) {
      return peer;
    }
    peer = null;
    try {
      SocketChannel channel = connecting == null ? call() : connecting;
      if (channel.finishConnect()) {
        peer = new ChannelEnd(channel);
        connecting = null;
      }
    } catch (IOException e) {
      log.debug("{} does not answer: {}", address(), e.toString());
      Closing.quietly(connecting);
      connecting = null;
    }
    return peer;
  }

  private SocketChannel call() throws IOException {
    SocketChannel channel = SocketChannel.open();
    connecting = channel;
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.connect(gateway);
    return channel;
  }

  @Override
  public synchronized void unplug() {
    plugged = false;
    Closing.quietly(connecting);
    connecting = null;
    if (peer != null) {
      peer.close();
      peer = null;
    }
  }

  @Override
  public void close() {
    unplug();
  }
}

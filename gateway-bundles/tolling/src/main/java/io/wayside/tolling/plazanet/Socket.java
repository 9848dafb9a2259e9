// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.tolling.plaza.PlazaCodec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One open datagram socket and the addresses of the peers. For one thread, but for waking it. */
final class Socket implements AutoCloseable {

  /** A flood does not keep the lanes of this gateway from being heard elsewhere. */
  private static final int MOST_IN_A_TURN = 256;

  private static final long RESOLVE_AGAIN_NANOS = 30_000_000_000L;

  private final DatagramChannel channel;
  private final Selector selector;
  private final Map<HostPort, InetSocketAddress> peers = new LinkedHashMap<>();
  private final Map<HostPort, String> failures = new LinkedHashMap<>();

  /** One byte more than any message has, so that what is too long can be told. */
  private final ByteBuffer buffer = ByteBuffer.allocate(PlazaCodec.LONGEST + 1);

  private long resolvedNanos;
  private long sent;
  private long failed;

  private Socket(DatagramChannel channel, Selector selector) {
    this.channel = channel;
    this.selector = selector;
  }

  static Socket open(HostPort listen, List<HostPort> peers, long now) throws IOException {
    InetSocketAddress own = listen.resolve();
    if (own.isUnresolved()) {
      throw new IOException("no such address");
    }
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.configureBlocking(false);
      channel.bind(own);
      Selector selector = Selector.open();
      Socket socket = new Socket(channel, selector);
      channel.register(selector, SelectionKey.OP_READ);
      peers.forEach(peer -> socket.peers.put(peer, peer.resolve()));
      socket.resolvedNanos = now;
      return socket;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Asks again for names that were not known. */
  void resolve(long now) {
    if (now - resolvedNanos >= RESOLVE_AGAIN_NANOS) {
      resolvedNanos = now;
      peers.replaceAll((peer, at) -> at.isUnresolved() ? peer.resolve() : at);
    }
  }

  /** To every peer; one that cannot be reached does not keep it from the others. */
  void send(byte[] datagram) {
    peers.forEach(
        (peer, at) -> {
          try {
            boolean gone = !at.isUnresolved() && channel.send(ByteBuffer.wrap(datagram), at) > 0;
            sent += gone ? 1 : 0;
            failed += gone ? 0 : 1;
            failures.remove(peer);
            if (at.isUnresolved()) {
              failures.put(peer, "its name is not known");
            }
          } catch (IOException unreachable) {
            failed++;
            failures.put(peer, String.valueOf(unreachable.getMessage()));
          }
        });
  }

  /** Waits for datagrams, and hands over those that are there. */
  void receive(long waitMs, Consumer<byte[]> to) throws IOException {
    selector.select(waitMs);
    selector.selectedKeys().clear();
    for (int i = 0; i < MOST_IN_A_TURN; i++) {
      buffer.clear();
      if (channel.receive(buffer) == null) {
        return;
      }
      buffer.flip();
      byte[] datagram = new byte[buffer.remaining()];
      buffer.get(datagram);
      to.accept(datagram);
    }
  }

  void wakeUp() {
    selector.wakeup();
  }

  long sent() {
    return sent;
  }

  long failed() {
    return failed;
  }

  /** A peer nothing can be sent to. */
  Optional<Health> trouble(String deviceId, long since) {
    return failures.entrySet().stream()
        .findFirst()
        .map(
            each ->
                new Health(
                    Status.DEGRADED,
                    "peer-unreachable",
                    deviceId
                        + ": nothing can be sent to "
                        + each.getKey()
                        + " ("
                        + each.getValue()
                        + "); check the address and this gateway's network",
                    since));
  }

  @Override
  public void close() throws IOException {
    selector.close();
    channel.close();
  }
}

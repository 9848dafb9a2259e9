// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.link.LinkAddress.Tcp;
import io.wayside.core.link.LinkAddresses;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.Map;

/** Connects to TCP servers. */
final class TcpOpening {

  private static final int CONNECT_PATIENCE_MS = 3_000;

  /**
   * A dead peer is noticed after 10 s + 3 x 5 s. The options have no portable constants, only names
   * on the platforms that have them.
   */
  private static final Map<String, Integer> KEEP_ALIVE =
      Map.of("TCP_KEEPIDLE", 10, "TCP_KEEPINTERVAL", 5, "TCP_KEEPCOUNT", 3);

  private TcpOpening() {}

  static TcpLink open(Tcp address) throws LinkDown {
    SocketChannel channel = null;
    try {
      channel = SocketChannel.open();
      channel
          .socket()
          .connect(new InetSocketAddress(address.host(), address.port()), CONNECT_PATIENCE_MS);
      keepAlive(channel);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      return new TcpLink(address, channel);
    } catch (IOException e) {
      throw failure(address, discarded(channel, e));
    }
  }

  private static void keepAlive(SocketChannel channel) throws IOException {
    channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    for (SocketOption<?> option : channel.supportedOptions()) {
      Integer value = KEEP_ALIVE.get(option.name());
      if (value != null && option.type() == Integer.class) {
        @SuppressWarnings("unchecked") // the line above looked
        SocketOption<Integer> number = (SocketOption<Integer>) option;
        channel.setOption(number, value);
      }
    }
  }

  private static IOException discarded(
      @org.jspecify.annotations.Nullable SocketChannel channel, IOException cause) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
    return cause;
  }

  private static LinkDown failure(Tcp address, IOException cause) {
    String why;
    if (cause instanceof UnknownHostException) {
      why = "there is no host of that name; correct it or use the number";
    } else if (cause instanceof SocketTimeoutException) {
      why = "no answer within 3 s; check power, cable and address of the device server";
    } else if (cause instanceof NoRouteToHostException) {
      why = "there is no way to that host; check the gateway's network";
    } else if (cause instanceof ConnectException) {
      why = "nobody listens on that port; check the port and the device server's mode";
    } else {
      why = "the connection failed; check the network";
    }
    return new LinkDown(LinkAddresses.print(address) + ": " + why, cause);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.paho;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * TLS under Paho. It cannot do TLS to an IPv6 address, because it offers the address in brackets as
 * a server name; there it is told that the connection is plain and given sockets that speak TLS by
 * themselves.
 */
final class PahoTls {

  private PahoTls() {}

  static boolean isSecure(String broker) {
    String address = broker.toLowerCase(Locale.ROOT);
    return address.startsWith("ssl://") || address.startsWith("wss://");
  }

  private static boolean isIpv6(String broker) {
    return broker.contains("://[");
  }

  /** The address as Paho is to see it. */
  static String uri(String broker) {
    if (!isSecure(broker) || !isIpv6(broker)) {
      return broker;
    }
    String scheme = broker.toLowerCase(Locale.ROOT).startsWith("ssl") ? "tcp" : "ws";
    return scheme + broker.substring(3);
  }

  static SocketFactory sockets(String broker, SSLContext context) {
    SocketFactory tls = context.getSocketFactory();
    return isIpv6(broker) ? new Unsaid(tls) : tls;
  }

  /** Not an SSLSocketFactory, which Paho refuses for a plain address. */
  private static final class Unsaid extends SocketFactory {

    private final SocketFactory tls;

    Unsaid(SocketFactory tls) {
      this.tls = tls;
    }

    @Override
    public Socket createSocket() throws IOException {
      return tls.createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return tls.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return tls.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return tls.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return tls.createSocket(host, port, local, localPort);
    }
  }
}

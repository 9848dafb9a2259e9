// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Free ports, and waiting for one to be taken. */
public final class Ports {

  private static final int PATIENCE_MS = 10_000;

  private Ports() {}

  public static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until somebody listens, as long as {@code alive}. */
  static void awaitListener(InetSocketAddress address, BooleanSupplier alive) {
    long deadline = System.nanoTime() + PATIENCE_MS * 1_000_000L;
    while (alive.getAsBoolean() && System.nanoTime() < deadline) {
      try (Socket probe = new Socket()) {
        probe.connect(address, PATIENCE_MS);
        return;
      } catch (IOException notYet) {
        LockSupport.parkNanos(20_000_000); // a listening socket elsewhere gives no sign of itself
      }
    }
    throw new IllegalStateException("nobody listens on " + address);
  }
}

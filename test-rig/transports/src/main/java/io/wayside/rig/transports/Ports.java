// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Free ports, and waiting for one to be taken. */
public final class Ports {

  private static final int PATIENCE_MS = 10_000;
  private static final int LOWEST = 10_000;
  private static final int HOW_MANY = 20_000;
  private static final int ATTEMPTS = 100;

  private Ports() {}

  /**
   * A port that was free a moment ago; below those the system gives to outgoing connections, one of
   * which could else have it when a broker comes back.
   */
  public static int free() throws IOException {
    for (int attempt = 1; ; attempt++) {
      int port = LOWEST + ThreadLocalRandom.current().nextInt(HOW_MANY);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
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

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Free ports, and waiting for one to be taken. */
public final class Ports {

  private static final int PATIENCE_MS = 10_000;
  private static final int LOWEST = 10_000;
  private static final int HIGHEST = 65_000;
  private static final int ENOUGH = 5_000;
  private static final int USUAL_FIRST_OUTGOING = 32_768;
  private static final int ATTEMPTS = 100;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /**
   * A port that was free a moment ago and is given out here only once; below those the system gives
   * to outgoing connections, as long as it leaves any: one of them could else have it when a broker
   * comes back.
   */
  public static int free() throws IOException {
    int outgoing = firstOutgoing();
    int end = outgoing - LOWEST >= ENOUGH ? outgoing : HIGHEST;
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      int port = LOWEST + ThreadLocalRandom.current().nextInt(end - LOWEST);
      if (GIVEN.add(port) && isFree(port)) {
        return port;
      }
    }
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** Where the system begins to take ports for outgoing connections. */
  private static int firstOutgoing() {
    try {
      String range = Files.readString(Path.of("/proc/sys/net/ipv4/ip_local_port_range"));
      return Integer.parseInt(range.strip().split("\\s+", 2)[0]);
    } catch (IOException | NumberFormatException notLinux) {
      return USUAL_FIRST_OUTGOING;
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

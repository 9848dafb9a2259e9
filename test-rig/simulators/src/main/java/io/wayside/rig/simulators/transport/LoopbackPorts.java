// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Free TCP ports of this machine's loopback address. */
public final class LoopbackPorts {

  private static final int LOWEST = 10_000;
  private static final int HIGHEST = 65_000;
  private static final int ENOUGH = 5_000;
  private static final int USUAL_FIRST_OUTGOING = 32_768;
  private static final int ATTEMPTS = 100;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private LoopbackPorts() {}

  /**
   * A port that was free a moment ago and is given out here only once; below those the system gives
   * to outgoing connections, as long as it leaves any: one of them could else have it when what
   * listened there comes back.
   */
  public static int free() {
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
    } catch (IOException noPort) {
      throw new UncheckedIOException("this machine gives out no port", noPort);
    }
  }

  /** The port itself, or a free one for 0. */
  static int orFree(int port) {
    return port == 0 ? free() : port;
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
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a port to be listened on. */
final class Ports {

  private static final int PATIENCE_MS = 60_000;

  private Ports() {}

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

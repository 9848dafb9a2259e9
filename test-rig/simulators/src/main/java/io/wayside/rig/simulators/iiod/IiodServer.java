// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.LoopbackServer;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;

/** An iiod on the loopback address, for sixteen clients at a time. */
public final class IiodServer implements AutoCloseable {

  /** Where iiod listens by default. */
  public static final int PORT = 30_431;

  private static final int MOST_CLIENTS = 16;

  private final List<IioDevice> devices;
  private final RigClock clock;
  private final IiodFaults faults = new IiodFaults();
  private final LoopbackServer server;
  private volatile Duration timeout = Duration.ofSeconds(1); // libiio's for local devices

  /**
   * Listens at once.
   *
   * @param port 0 takes a free one
   */
  public IiodServer(int port, List<IioDevice> devices, RigClock clock) throws IOException {
    this.devices = List.copyOf(devices);
    this.clock = clock;
    this.server = new LoopbackServer("iiod", port, MOST_CLIENTS, this::serve);
  }

  private void serve(Socket client) throws IOException {
    try (IiodSession session = new IiodSession(this, client)) {
      session.run();
    }
  }

  public int port() {
    return server.port();
  }

  public IiodFaults faults() {
    return faults;
  }

  /** How many clients are connected. */
  public int connected() {
    return server.connected();
  }

  /** Hangs up on everybody; who calls again is let in. */
  public void hangUp() {
    server.hangUp();
  }

  List<IioDevice> devices() {
    return devices;
  }

  RigClock clock() {
    return clock;
  }

  /** One for all clients, as the context that iiod shares among them has it. */
  Duration timeout() {
    return timeout;
  }

  void timeout(Duration newTimeout) {
    timeout = newTimeout;
  }

  @Override
  public void close() {
    server.close();
  }
}

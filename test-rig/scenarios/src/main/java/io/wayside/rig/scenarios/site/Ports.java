// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.site;

import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback address. */
public final class Ports {

  private Ports() {}

  /**
   * The port itself, or a free one for 0.
   *
   * @throws PortTaken when somebody listens there
   */
  public static int require(String option, int port) throws PortTaken {
    if (port == 0) {
      return LoopbackPorts.free();
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return port;
    } catch (IOException taken) {
      throw new PortTaken(
          "port "
              + port
              + " on 127.0.0.1 is in use; end what listens there, or choose another with "
              + option
              + " PORT (0 takes a free one)",
          taken);
    }
  }

  /** Somebody listens there already. */
  public static final class PortTaken extends Exception {
    private static final long serialVersionUID = 1L;

    PortTaken(String message, Throwable cause) {
      super(message, cause);
    }
  }
}

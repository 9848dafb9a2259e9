// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import java.io.IOException;

/**
 * A real wire, seen from the simulated device's end.
 *
 * <p>A device does not know whether anybody listens: writing never blocks and never fails, what the
 * wire cannot take is lost, as on a UART. All methods may be called from any thread.
 */
public interface BytePipe extends AutoCloseable {

  /** Takes the wire into use; the device is plugged in afterwards. */
  void open() throws IOException;

  /** How the software under test reaches the device: a path, {@code host:port} or a command. */
  String address();

  /** Whether somebody is known to be at the other end now. */
  boolean attached();

  /**
   * Sends one frame.
   *
   * @return bytes the wire took, 0 to {@code frame.length}; the rest is lost
   */
  int write(byte[] frame);

  /** Bytes that have arrived since the last call, at most 4096; empty when there are none. */
  byte[] read();

  /** Pulls the plug: the other end sees the line go away, as with a real adapter. */
  void unplug();

  /** Puts the plug back in, at the same address. */
  void replug() throws IOException;

  @Override
  void close();
}

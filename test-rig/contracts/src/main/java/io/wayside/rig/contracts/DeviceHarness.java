// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.Device;
import java.time.Duration;

/**
 * A device under test with its peer: the simulator at the other end of its line. Calls return
 * without waiting for the device.
 */
public interface DeviceHarness<D extends Device> extends AutoCloseable {

  /** The device, started and connected to its peer. */
  D device();

  /** Now, on the clock by which the device stamps. */
  long monotonicNanos();

  /** Cuts the way to the device; what the peer says from now on is lost. */
  void breakLink();

  /** Makes the way whole again; the device is to find that out by itself. */
  void restoreLink();

  /** Called again and again while a suite waits: where time is simulated, moves it on. */
  default void letTimePass() {}

  /** How long a suite waits for anything. */
  default Duration deadline() {
    return Duration.ofSeconds(30);
  }

  /** Stops device and peer. */
  @Override
  void close();
}

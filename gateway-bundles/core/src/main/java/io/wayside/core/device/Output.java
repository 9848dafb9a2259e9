// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import java.time.Duration;

/**
 * A switched output: barrier request, traffic light, siren, beacon relay. An output holds what it
 * was told only while its lease lasts; then, and whenever the gateway stops or the driver loses the
 * device, it falls to its safe state.
 */
public interface Output extends Device {

  /** Drives the output for at most {@code lease}; a new call replaces the lease. */
  void drive(boolean on, Duration lease) throws DeviceException;

  /** Ends any lease now. */
  void release() throws DeviceException;

  /** The state the output falls to by itself, as configured. */
  boolean safeState();
}

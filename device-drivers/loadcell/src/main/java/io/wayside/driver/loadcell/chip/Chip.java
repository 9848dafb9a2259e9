// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.chip;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;

/** A converter with 24 bits on an open port; used by one thread. */
public interface Chip extends AutoCloseable {

  /** Begins to start it; go on with {@link #started} each time it is ready. */
  void start() throws DeviceException;

  /**
   * Goes on with starting it.
   *
   * @return whether samples come from now on
   */
  boolean started() throws DeviceException;

  /** Whether a sample waits to be read. */
  boolean ready() throws LinkDown;

  /**
   * Reads the sample that is ready, in counts.
   *
   * @throws DeviceException.Garbled when the chip does not behave as after a reading
   */
  int read() throws DeviceException;

  /** Lets go of the port. */
  @Override
  void close();
}

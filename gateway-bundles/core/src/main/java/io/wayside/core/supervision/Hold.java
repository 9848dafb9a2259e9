// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.supervision;

import io.wayside.core.device.DeviceException;

/** What whoever works with a device says to the thread that keeps it. */
public interface Hold {

  /** Whether the driver is being stopped. */
  boolean isStopping();

  /**
   * Opens something that a stop ends: by an interrupt while it is being opened, then by closing it,
   * from another thread.
   */
  <C extends AutoCloseable> C open(Opening<C> opening) throws DeviceException, InterruptedException;

  /** The device speaks: the next pause is the first again. */
  void progress();

  /** The device's health may have changed. */
  void publish();

  /** How something is opened. */
  @FunctionalInterface
  interface Opening<C> {
    C open() throws DeviceException, InterruptedException;
  }
}

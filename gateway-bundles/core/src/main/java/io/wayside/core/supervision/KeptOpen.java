// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.supervision;

import io.wayside.core.device.DeviceException;
import io.wayside.core.health.Health;

/** What a driver does with a device that is kept open. All is called by the device's one thread. */
public interface KeptOpen {

  /**
   * Opens the device and works with it until it breaks or {@link Hold#isStopping}; closes what it
   * opened. One that returns before the stop is called again after a pause, as one that broke.
   *
   * @throws DeviceException when it could not be opened, or broke
   */
  void work(Hold hold) throws DeviceException, InterruptedException;

  /** It could not be opened, or broke; not called for what the stop itself broke. */
  void broke(DeviceException why);

  /**
   * It was left because of a fault of the software, which is in the log.
   *
   * @param detail for people
   */
  void faulty(String detail);

  /** The driver stops; the last call. */
  void stopped();

  /** How the device is; asked after each call, and whenever {@link Hold#publish} says. */
  Health health();

  /** What was counted, for the log; empty text for nothing. */
  default String counts() {
    return "";
  }
}

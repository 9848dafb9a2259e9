// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.chip;

import io.wayside.core.device.DeviceException.LinkDown;

/** Opens the port of a converter. */
public interface Opening {

  /**
   * The converter on its port, not started.
   *
   * @throws LinkDown when the pins or the bus cannot be had; says which and what to do
   */
  Chip open() throws LinkDown;
}

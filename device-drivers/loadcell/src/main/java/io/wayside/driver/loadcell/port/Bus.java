// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.port;

import io.wayside.core.device.DeviceException.LinkDown;

/** A converter on SPI: its pins, and bytes exchanged while it is selected. */
public interface Bus extends Wiring {

  /** Sends bytes and returns as many that came meanwhile. */
  byte[] exchange(byte... bytes) throws LinkDown;
}

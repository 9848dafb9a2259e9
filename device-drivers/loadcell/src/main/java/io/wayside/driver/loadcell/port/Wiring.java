// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.port;

import io.wayside.core.device.DeviceException.LinkDown;

/** Open pins of one converter; used by one thread. */
public interface Wiring extends AutoCloseable {

  /** The level of an input. */
  boolean high(Pin pin) throws LinkDown;

  /** Drives an output; of a pin that is wired to a fixed level nothing happens. */
  void set(Pin pin, boolean high) throws LinkDown;

  /** Lets at least so much time pass. */
  void pause(int micros);

  /** Lets go of the pins. Closing twice does no harm. */
  @Override
  void close();
}

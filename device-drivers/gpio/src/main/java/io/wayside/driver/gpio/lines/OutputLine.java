// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio.lines;

import io.wayside.core.device.DeviceException.LinkDown;

/** An open output. */
public interface OutputLine extends AutoCloseable {

  void set(boolean high) throws LinkDown;

  /**
   * Whether the line is still there and has the level it was told.
   *
   * @throws LinkDown when it is gone
   */
  boolean high() throws LinkDown;

  /** Lets go of the line, which keeps its level if the kernel lets it. */
  @Override
  void close();
}

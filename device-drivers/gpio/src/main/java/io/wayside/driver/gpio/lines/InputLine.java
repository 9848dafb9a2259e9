// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio.lines;

import io.wayside.core.device.DeviceException.LinkDown;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An open input, read by one thread. */
public interface InputLine extends AutoCloseable {

  /** The level now. */
  boolean high() throws LinkDown;

  /**
   * The next edge, in the order of their times; null when none came in time. An edge may repeat the
   * level before it when two edges were too near to be told apart.
   */
  @Nullable Edge next(Duration patience) throws LinkDown;

  /** Lets go of the line. Closing twice does no harm. */
  @Override
  void close();
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio.lines;

import io.wayside.core.device.DeviceException.LinkDown;

/** Who provides GPIO lines. A line that failed stays failed: close it and open it anew. */
public interface Lines {

  /**
   * Opens a line to hear its edges.
   *
   * @throws LinkDown when it cannot be had now; the message says which, where and what to do
   */
  InputLine input(Bias bias) throws LinkDown;

  /**
   * Opens a line to drive it; it has this level from the first moment on.
   *
   * @throws LinkDown as above
   */
  OutputLine output(boolean high) throws LinkDown;
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.display;

import io.wayside.core.device.Device;
import java.time.Duration;
import java.util.List;

/** A display that drivers read. It is told, and never waited for. */
public interface DriverDisplay extends Device {

  /**
   * Shows texts one after the other, such as one for each language, until others are to be shown or
   * the lease is over; then it is dark.
   *
   * @param texts each with its rows, ended by {@code \n}; none: dark
   */
  void show(List<String> texts, Duration lease);
}

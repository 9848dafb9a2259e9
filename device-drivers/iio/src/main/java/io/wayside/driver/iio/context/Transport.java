// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.context;

import io.wayside.core.device.DeviceException;

/** A way to a converter. */
public interface Transport {

  /**
   * Finds the device, sets it up and starts it.
   *
   * @throws DeviceException that names the device, the place and the remedy
   */
  Feed open() throws DeviceException;

  /** Ends an opening in progress. */
  void cancel();

  /** Where the device is, for messages. */
  String place();
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.context;

import io.wayside.core.device.DeviceException;

/** An open converter. One thread reads; another may close. */
public interface Feed extends AutoCloseable {

  /**
   * Waits for samples; a batch without any says that it is still waiting.
   *
   * @throws DeviceException when there will be none any more
   */
  Batch next() throws DeviceException;

  /** Lets go; a reading in progress ends. Closing twice does no harm. */
  @Override
  void close();
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.local;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.driver.iio.context.Request;
import io.wayside.driver.iio.context.Wanted;
import io.wayside.driver.iio.polling.PollingFeed.RawReader;
import java.io.IOException;

/** Raw values from {@code in_*_raw}. */
record SysfsRaw(Sysfs device, Request request) implements RawReader {

  @Override
  public String raw(Wanted channel) throws LinkDown {
    String file = "in_" + channel.id() + "_raw";
    try {
      return device.read(file);
    } catch (IOException gone) {
      throw new LinkDown(
          request.deviceId()
              + ": "
              + device.folder().resolve(file)
              + " cannot be read ("
              + gone
              + "); check the wiring of the converter",
          gone);
    }
  }

  @Override
  public void close() {
    // Each value is a file opened and closed again.
  }
}

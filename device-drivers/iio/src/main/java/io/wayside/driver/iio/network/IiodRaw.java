// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.network;

import io.wayside.core.device.DeviceException;
import io.wayside.driver.iio.context.Wanted;
import io.wayside.driver.iio.polling.PollingFeed.RawReader;

/** Raw values one by one from iiod. */
record IiodRaw(IiodClient client, String device) implements RawReader {

  @Override
  public String raw(Wanted channel) throws DeviceException {
    return client.read(device, channel.id(), "raw");
  }

  @Override
  public void close() {
    client.close();
  }
}

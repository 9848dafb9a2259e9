// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.network;

import io.wayside.core.device.DeviceException;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.iio.context.Batch;
import io.wayside.driver.iio.context.Feed;
import io.wayside.driver.iio.context.Scans;

/** Blocks from iiod. */
final class IiodFeed implements Feed {

  private final IiodClient client;
  private final String device;
  private final String mask;
  private final Scans scans;
  private final byte[] bytes;
  private final int count;
  private final TimeSource time;

  IiodFeed(IiodClient client, String device, String mask, Scans scans, int count, TimeSource time) {
    this.client = client;
    this.device = device;
    this.mask = mask;
    this.scans = scans;
    this.count = count;
    this.bytes = new byte[count * scans.bytes()];
    this.time = time;
  }

  @Override
  public Batch next() throws DeviceException {
    client.readBuffer(device, bytes, mask);
    return scans.batch(bytes, count, time.monotonicNanos());
  }

  /** Closing the connection closes the buffer: a CLOSE would have to wait for a reading. */
  @Override
  public void close() {
    client.close();
  }
}

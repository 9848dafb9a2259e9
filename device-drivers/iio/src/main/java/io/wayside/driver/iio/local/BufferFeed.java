// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.local;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.iio.context.Batch;
import io.wayside.driver.iio.context.Feed;
import io.wayside.driver.iio.context.Request;
import io.wayside.driver.iio.context.Scans;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Blocks from a character device. Closing the channel ends a reading in progress. */
final class BufferFeed implements Feed {

  private static final Logger log = LoggerFactory.getLogger(BufferFeed.class);

  private final Buffer buffer;
  private final Scans scans;
  private final FileChannel channel;
  private final Request request;
  private final TimeSource time;
  private final ByteBuffer bytes;

  private BufferFeed(
      Buffer buffer, Scans scans, FileChannel channel, Request request, TimeSource time) {
    this.buffer = buffer;
    this.scans = scans;
    this.channel = channel;
    this.request = request;
    this.time = time;
    this.bytes = ByteBuffer.allocate(request.blockScans() * scans.bytes());
  }

  static BufferFeed start(Buffer buffer, Scans scans, Path device, Request request, TimeSource time)
      throws IOException {
    FileChannel channel = FileChannel.open(device, StandardOpenOption.READ);
    try {
      buffer.run(true);
    } catch (IOException refused) {
      channel.close();
      throw refused;
    }
    return new BufferFeed(buffer, scans, channel, request, time);
  }

  @Override
  public Batch next() throws LinkDown {
    bytes.clear();
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes) < 0) {
          throw gone("ended", null);
        }
      }
    } catch (IOException broken) {
      throw gone("broke off", broken);
    }
    return scans.batch(bytes.array(), request.blockScans(), time.monotonicNanos());
  }

  private LinkDown gone(String what, @Nullable IOException cause) {
    String message =
        request.deviceId()
            + ": the samples of "
            + buffer.device().id()
            + " "
            + what
            + (cause == null ? "" : " (" + cause + ")")
            + "; check that the converter is plugged in";
    return cause == null ? new LinkDown(message) : new LinkDown(message, cause);
  }

  @Override
  public void close() {
    try {
      channel.close();
      buffer.run(false);
    } catch (IOException gone) {
      log.debug("{}: closing {}: {}", request.deviceId(), buffer.device().id(), gone.toString());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.ffmpeg;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.camera.feed.Ended;
import io.wayside.driver.camera.feed.Feed;
import io.wayside.driver.camera.picture.Picture;
import io.wayside.driver.camera.picture.Size;
import java.io.IOException;

/** Pictures out of the pipe of one ffmpeg process. A picture that came in part is not shown. */
final class FfmpegFeed implements Feed {

  private final Child child;
  private final Size size;
  private final Size nativeSize;
  private final String place;
  private final boolean finite;
  private final TimeSource time;
  private final byte[] bytes;
  private int shown;
  private volatile boolean ending;

  /**
   * @param finite its end is to be expected
   */
  FfmpegFeed(
      Child child, Size size, Size nativeSize, String place, boolean finite, TimeSource time) {
    this.finite = finite;
    this.child = child;
    this.size = size;
    this.nativeSize = nativeSize;
    this.place = place;
    this.time = time;
    this.bytes = new byte[size.bytes()];
  }

  @Override
  public Picture next() throws DeviceException, Ended, InterruptedException {
    int got;
    try {
      got = child.output().readNBytes(bytes, 0, bytes.length);
    } catch (IOException broken) {
      throw new LinkDown("the pipe from ffmpeg broke (" + broken.getMessage() + ")", broken);
    }
    ending = got == 0 && shown > 0 && finite;
    if (ending && child.endedWell()) {
      throw new Ended(place + " has shown its " + shown + " pictures");
    }
    if (got < bytes.length) {
      throw new LinkDown(ended());
    }
    shown++;
    return new Picture(bytes, size, nativeSize, time.monotonicNanos(), 0);
  }

  private String ended() throws InterruptedException {
    return "ffmpeg ended "
        + (shown == 0 ? "without a picture" : "after " + shown + " pictures")
        + " of "
        + place
        + " ("
        + child.ending()
        + "); check address, password and network";
  }

  @Override
  public boolean isEnding() {
    return ending;
  }

  @Override
  public void close() {
    child.close();
  }
}

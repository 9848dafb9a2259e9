// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.http;

import io.wayside.core.device.DeviceException;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.camera.feed.Feed;
import io.wayside.driver.camera.feed.Transport;
import io.wayside.driver.http.HttpDevice;
import java.net.URI;
import java.time.Duration;

/** A camera that sends one JPEG after the other in an HTTP answer without end. */
public final class MjpegTransport implements Transport {

  private final HttpDevice camera;
  private final double rateHz;
  private final TimeSource time;

  /**
   * @param address without user and password
   * @param rateHz pictures that come sooner than this asks for are dropped; 0 takes all
   * @param patience for the connection and the head of the answer
   */
  public MjpegTransport(
      URI address,
      String user,
      String password,
      double rateHz,
      Duration patience,
      TimeSource time) {
    this.camera =
        new HttpDevice(
            address,
            user,
            password,
            patience,
            "correct the path, or have ffmpeg read it (way FFMPEG)");
    this.rateHz = rateHz;
    this.time = time;
  }

  @Override
  public String place() {
    return camera.address().toString();
  }

  @Override
  public Feed open() throws DeviceException, InterruptedException {
    HttpDevice.Answer answer = camera.open();
    return new MjpegFeed(answer.parts(), answer.contentType(), place(), rateHz, time);
  }
}

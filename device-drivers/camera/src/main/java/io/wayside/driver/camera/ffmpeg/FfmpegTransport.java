// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.ffmpeg;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.camera.feed.Feed;
import io.wayside.driver.camera.feed.Transport;
import io.wayside.driver.camera.picture.Size;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Has ffmpeg decode: whatever it reads comes as raw pictures of one size through a pipe. */
public final class FfmpegTransport implements Transport {

  private static final int MOST_SAID = 4_096;

  private final Program program;
  private final VideoSource source;
  private final String place;
  private final String secret;
  private final boolean needsNativeSize;
  private final long patienceMs;
  private final TimeSource time;

  /**
   * @param program name or path of ffmpeg; ffprobe lies beside it
   * @param place the address for people
   * @param secret the password in the address, if there is one, which nobody is to read
   * @param needsNativeSize what is drawn in the camera's own pixels must be placed
   * @param patienceMs how long the question for the size may take
   */
  public FfmpegTransport(
      String program,
      VideoSource source,
      String place,
      String secret,
      boolean needsNativeSize,
      long patienceMs,
      TimeSource time) {
    this.program = new Program(program);
    this.source = source;
    this.place = place;
    this.secret = secret;
    this.needsNativeSize = needsNativeSize || source.size().isEmpty();
    this.patienceMs = patienceMs;
    this.time = time;
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public Feed open() throws DeviceException, InterruptedException {
    Size ofNative = needsNativeSize ? nativeSize() : source.size().orElseThrow();
    Size size = source.size().orElse(ofNative);
    Child child = program.start(Arguments.pictures(program.named(), source, size), secret);
    return new FfmpegFeed(
        child, size, ofNative, place, source.kind() == VideoSource.Kind.FILE, time);
  }

  private Size nativeSize() throws DeviceException, InterruptedException {
    Program probe = program.beside("ffprobe");
    try (Child child = probe.start(Arguments.probe(probe.named(), source), secret)) {
      String said = said(child);
      return NativeSize.in(said)
          .orElseThrow(
              () -> new LinkDown("ffprobe finds no video in " + place + "; check the address"));
    } catch (IOException broken) {
      throw new LinkDown("ffprobe of " + place + " broke off: " + broken.getMessage(), broken);
    }
  }

  /** All it says, if it ends in time. */
  private String said(Child child) throws DeviceException, IOException, InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    Thread watch =
        new Thread(
            () -> {
              try {
                if (!answered.await(patienceMs, TimeUnit.MILLISECONDS)) {
                  child.close();
                }
              } catch (InterruptedException stopped) {
                child.close();
              }
            },
            "camera-probe-watch");
    watch.setDaemon(true);
    watch.start();
    try (InputStream in = child.output()) {
      String said = new String(in.readNBytes(MOST_SAID), StandardCharsets.UTF_8);
      if (!child.endedWell()) {
        throw new LinkDown(place + " cannot be opened (" + child.ending() + ")");
      }
      return said;
    } catch (IOException ended) {
      throw new TimedOut(
          place + " did not tell its size within " + patienceMs + " ms; check camera and network");
    } finally {
      answered.countDown();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source;
import io.wayside.core.health.Health;
import io.wayside.driver.camera.picture.Picture;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Everybody who looks at one camera. */
final class Viewers implements Source<Frame> {

  private final String deviceId;
  private final BiConsumer<String, RuntimeException> log;
  private final List<Viewer> all = new CopyOnWriteArrayList<>();
  private final Object arrivals = new Object();
  private final Sheet.Pad pad = new Sheet.Pad();
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

  /**
   * @param log hears of the first failure of a listener
   */
  Viewers(String deviceId, BiConsumer<String, RuntimeException> log) {
    this.deviceId = deviceId;
    this.log = log;
  }

  @Override
  public Subscription subscribe(Listener<? super Frame> listener) {
    Viewer viewer =
        new Viewer(
            "camera-" + deviceId + "-viewer",
            listener,
            fault -> failed(listener, fault),
            all::remove);
    synchronized (arrivals) {
      all.add(viewer);
      arrivals.notifyAll();
    }
    return viewer;
  }

  private void failed(Listener<? super Frame> listener, RuntimeException fault) {
    String message = "a listener of camera " + deviceId + " failed: " + fault + "; see the log";
    if (failure.compareAndSet(null, message)) {
      log.accept(
          "camera " + deviceId + ": listener " + listener + " failed; it is still called", fault);
    }
  }

  /** Copies it once, for all. */
  void show(Picture picture) {
    if (all.isEmpty()) {
      return;
    }
    int bytes = picture.size().bytes();
    Sheet sheet = pad.take(bytes);
    sheet.pixels().clear().put(picture.bgr(), 0, bytes).flip();
    Frame frame =
        new Frame(
            picture.arrivedNanos(),
            picture.size().widthPx(),
            picture.size().heightPx(),
            PixelFormat.BGR24,
            sheet.pixels(),
            0);
    all.forEach(viewer -> viewer.show(frame, sheet, picture.skippedBefore()));
    sheet.release();
  }

  void interrupted(Interruption interruption) {
    all.forEach(viewer -> viewer.interrupted(interruption));
  }

  /** Waits until there is somebody and nobody is busy. */
  void awaitIdle() throws InterruptedException {
    synchronized (arrivals) {
      while (all.isEmpty()) {
        arrivals.wait();
      }
    }
    for (Viewer viewer : all) {
      viewer.awaitIdle();
    }
  }

  void end() {
    all.forEach(Viewer::end);
  }

  /** The health of the camera: its own, unless that is in order and a listener is not. */
  Health healthOver(Health own) {
    String failed = failure.get();
    return own.status() == Health.Status.OK && failed != null
        ? new Health(Health.Status.DEGRADED, "listener-failed", failed, own.sinceMonotonicNanos())
        : own;
  }
}

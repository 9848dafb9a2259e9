// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.device.Frame;
import io.wayside.core.device.FrameSource;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.rig.contracts.SourceHarness;
import java.time.Duration;

/**
 * A camera under the suite. The suite says a thing again until it is heard; what is still on its
 * way is not said twice, or it would come after something later.
 */
abstract class CameraHarness implements SourceHarness<FrameSource, Frame>, Listener<Frame> {

  private static final long AGAIN_NANOS = 150_000_000L;

  private Camera camera;
  private int said;
  private int heard;
  private long saidNanos;

  final void use(Camera started) {
    camera = started;
    camera.subscribe(this);
  }

  /** Has the peer show it. */
  abstract void show(int number);

  @Override
  public final synchronized void peerSays(int number) {
    boolean again = number == said;
    if (again && System.nanoTime() - saidNanos < AGAIN_NANOS) {
      return;
    }
    said = number;
    saidNanos = System.nanoTime();
    show(number);
  }

  @Override
  public final synchronized void received(Frame frame) {
    heard = Numbered.in(frame);
  }

  @Override
  public final void interrupted(Interruption interruption) {
    // The suite listens for these itself.
  }

  final synchronized int heard() {
    return heard;
  }

  @Override
  public final FrameSource device() {
    return camera;
  }

  @Override
  public final long monotonicNanos() {
    return System.nanoTime();
  }

  @Override
  public final boolean carries(Frame frame, int number) {
    return Numbered.in(frame) == number;
  }

  @Override
  public Duration deadline() {
    return Duration.ofSeconds(60);
  }

  @Override
  public void close() {
    camera.stop();
  }
}

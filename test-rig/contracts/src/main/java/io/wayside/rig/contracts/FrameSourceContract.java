// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Frame;
import io.wayside.core.device.FrameSource;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a {@link FrameSource} promises. The peer's picture shows the number. */
public abstract class FrameSourceContract extends RecoveringSourceContract<FrameSource, Frame> {

  @Override
  protected final long timeOf(Frame frame) {
    return frame.monotonicNanos();
  }

  @Override
  protected final boolean missesWhenBusy() {
    return true;
  }

  @Test
  void pixelsAreReadOnly() {
    Heard<Frame> heard = subscribed();
    say(heard);

    assertThat(heard.events()).allMatch(frame -> frame.pixels().isReadOnly());
  }

  @Test
  void aBusyListenerMissesFramesAndLearnsHowMany() {
    Heard<Frame> quick = subscribed();
    Busy busy = new Busy();
    device().subscribe(busy);
    harness().peerSays(nextNumber());
    eventually().until("the slow listener is busy", () -> !busy.frames().isEmpty());
    for (int i = 0; i < 5; i++) {
      say(quick);
    }
    busy.release();
    eventually()
        .until(
            "the slow listener hears again",
            () -> {
              harness().peerSays(nextNumber());
              return busy.frames().size() >= 2;
            });

    List<Frame> frames = busy.frames();
    assertThat(frames.get(1).missedBefore()).isGreaterThanOrEqualTo(5);
    assertThat(frames.get(1).monotonicNanos())
        .as("frames of the busy time are not queued")
        .isGreaterThan(quick.events().get(4).monotonicNanos());
  }

  @Test
  void aListenerThatIsNeverBusyMissesNothing() {
    Heard<Frame> heard = subscribed();
    harness().peerSays(nextNumber());
    eventually().until("the first frame", () -> !heard.events().isEmpty());

    assertThat(heard.events().get(0).missedBefore()).isZero();
  }

  /** Is busy with its first frame until released. */
  private static final class Busy implements Listener<Frame> {

    private final List<Frame> frames = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public void received(Frame frame) {
      frames.add(frame);
      try {
        released.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void interrupted(Interruption interruption) {
      // Frames only: an interruption says nothing about what was missed.
    }

    void release() {
      released.countDown();
    }

    List<Frame> frames() {
      synchronized (frames) {
        return List.copyOf(frames);
      }
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.core.health.Health;
import io.wayside.counting.spi.Detection;
import io.wayside.counting.spi.Detector;
import io.wayside.counting.spi.DetectorFailed;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A detector on its own thread, here a list of tasks that the test lets run when it likes. */
class AskingTest {

  private static final long S = 1_000_000_000L;
  private static final Detection CAR = new Detection("car", 0.9, 0, 0, 2, 2);

  private final SteppedTime time = new SteppedTime();
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();

  private final Asking.Answer answer =
      new Asking.Answer() {
        @Override
        public void found(List<Detection> detections) {
          heard.add("found " + detections.size());
        }

        @Override
        public void nothing() {
          heard.add("nothing");
        }
      };

  private static Frame frame(int fill) {
    byte[] grey = new byte[6];
    java.util.Arrays.fill(grey, (byte) fill);
    return new Frame(0, 3, 2, PixelFormat.GREY8, ByteBuffer.wrap(grey), 0);
  }

  private void run() {
    tasks.remove().run();
  }

  private String trouble() {
    return asking.trouble(time.monotonicNanos()).map(Health::code).orElse("none");
  }

  private volatile boolean fails;
  private final List<Integer> seen = new ArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  /** Sees the first pixel. */
  private final class Scripted implements Detector, AutoCloseable {
    @Override
    public List<Detection> detect(Frame frame) throws DetectorFailed {
      if (fails) {
        throw new DetectorFailed("model.json: the model is gone");
      }
      seen.add((int) frame.pixels().get(0));
      return List.of(CAR);
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  private final Asking asking =
      new Asking(
          () -> {
            opened.incrementAndGet();
            return new Scripted();
          },
          tasks::add,
          time);

  @Test
  void aFrameIsCopiedSinceItIsLentOnlyForTheCall() {
    byte[] lent = {7, 7, 7, 7, 7, 7};
    asking.ask(new Frame(0, 3, 2, PixelFormat.GREY8, ByteBuffer.wrap(lent), 0), answer);
    java.util.Arrays.fill(lent, (byte) 9);
    run();
    assertThat(seen).containsExactly(7);
    assertThat(heard).containsExactly("found 1");
  }

  @Test
  void oneQuestionAtATimeAndTheDetectorIsOpenedOnce() {
    assertThat(opened).hasValue(0);
    asking.ask(frame(1), answer);
    assertThat(asking.isFree(0)).isFalse();
    run();
    assertThat(asking.isFree(0)).isTrue();
    asking.ask(frame(2), answer);
    run();
    assertThat(opened).hasValue(1);
    assertThat(trouble()).isEqualTo("none");
  }

  @Test
  void oneThatFailsIsLeftAloneForLongerAndLongerAndOpenedAnew() {
    fails = true;
    long at = 0;
    long rest = 5 * S;
    for (int i = 1; i <= 12; i++) {
      time.set(at);
      assertThat(asking.isFree(at)).isTrue();
      asking.ask(frame(1), answer);
      run();
      assertThat(trouble()).isEqualTo("detector-failed");
      assertThat(closed).hasValue(i);
      assertThat(asking.isFree(at + rest - 1)).isFalse();
      assertThat(asking.isFree(at + rest)).isTrue();
      at += rest;
      rest = Math.min(2 * rest, 300 * S);
    }
    Health told = asking.trouble(at).orElseThrow();
    assertThat(told.message()).contains("the model is gone", "counting goes on");
    assertThat(heard).hasSize(12).containsOnly("nothing");

    fails = false;
    time.set(at);
    asking.ask(frame(3), answer);
    run();
    assertThat(opened).hasValue(13);
    assertThat(trouble()).isEqualTo("none");
    assertThat(asking.isFree(at)).isTrue();
  }

  @Test
  void aFaultInsideADetectorIsNoFaultOfTheCounter() {
    Asking faulty =
        new Asking(
            () ->
                frame -> {
                  throw new IllegalStateException("off by one");
                },
            tasks::add,
            time);
    faulty.ask(frame(1), answer);
    run();
    assertThat(heard).containsExactly("nothing");
    assertThat(faulty.trouble(0).orElseThrow().message()).contains("off by one");
  }

  @Test
  void anErrorOfWhateverKindLeavesItFreeToBeAskedAgain() {
    Asking faulty =
        new Asking(
            () ->
                frame -> {
                  throw new StackOverflowError("too deep");
                },
            tasks::add,
            time);
    faulty.ask(frame(1), answer);
    run();
    assertThat(heard).containsExactly("nothing");
    assertThat(faulty.trouble(0).orElseThrow().message()).contains("too deep");
    assertThat(faulty.isFree(5 * S)).isTrue();
  }

  @Test
  void oneThatIsSlowOrHangsIsToldInHealth() {
    asking.ask(frame(1), answer);
    time.set(4 * S);
    assertThat(trouble()).as("hangs").isEqualTo("detector-slow");
    run(); // opened now: a picture's time begins
    assertThat(trouble()).isEqualTo("none");

    Asking slow =
        new Asking(
            () ->
                frame -> {
                  time.set(time.monotonicNanos() + 4 * S);
                  return List.of();
                },
            tasks::add,
            time);
    slow.ask(frame(1), answer);
    run();
    assertThat(slow.trouble(time.monotonicNanos()).map(Health::code)).hasValue("detector-slow");
  }

  @Test
  void closingComesAfterWhatIsUnderWay() {
    asking.ask(frame(1), answer);
    asking.close();
    assertThat(closed).hasValue(0);
    run();
    assertThat(heard).containsExactly("found 1");
    run();
    assertThat(closed).hasValue(1);
  }
}

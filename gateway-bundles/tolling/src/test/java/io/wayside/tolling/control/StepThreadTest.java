// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The thread that moves a station. */
class StepThreadTest {

  private static final long PATIENCE_S = 60;

  private final SteppedTime time = new SteppedTime();
  private final Semaphore steps = new Semaphore(0);
  private final CountDownLatch begun = new CountDownLatch(2);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger beginnings = new AtomicInteger();

  private Steps run(boolean faulty) {
    return run(faulty, new IllegalStateException("made by the test"));
  }

  private Steps run(boolean faulty, Throwable fault) {
    begun.countDown();
    return new Steps() {
      @Override
      public void step() throws InterruptedException {
        if (faulty) {
          if (fault instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) fault;
        }
        steps.acquire();
      }

      @Override
      public Health health() {
        return Health.ok(0);
      }

      @Override
      public void close() {
        closed.countDown();
      }
    };
  }

  @Test
  void aRunWithAFaultIsClosedAndAnotherBegins() throws Exception {
    StepThread thread =
        new StepThread("test", () -> run(beginnings.getAndIncrement() == 0), steps::release, time);
    thread.start();
    assertThat(closed.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    assertThat(begun.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    thread.stop();
    assertThat(beginnings).hasValue(2);
  }

  /** Or the station would stand still for ever, and its health would say what it said last. */
  @Test
  void norDoesAnErrorEndTheThread() throws Exception {
    StepThread thread =
        new StepThread(
            "test",
            () -> run(beginnings.getAndIncrement() == 0, new StackOverflowError("by the test")),
            steps::release,
            time);
    thread.start();
    assertThat(closed.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    assertThat(begun.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    thread.stop();
    assertThat(beginnings).hasValue(2);
  }

  @Test
  void whatCannotBeginYetSaysWhyAndIsTriedAgain() throws Exception {
    CountDownLatch tried = new CountDownLatch(2);
    StepThread thread =
        new StepThread(
            "test",
            () -> {
              tried.countDown();
              throw new StepThread.NotYet("the journal is away");
            },
            steps::release,
            time);
    thread.start();
    assertThat(tried.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    assertThat(thread.health().code()).isEqualTo("journal-unread");
    assertThat(thread.health().message()).contains("the journal is away");
    thread.stop();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

/** The thread around the attempts: how it is ended while it opens, reads or waits. */
class DeviceThreadTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final AtomicBoolean interruptedAtTheEnd = new AtomicBoolean();
  private volatile Health health = Health.starting("not opened yet", 0);

  /** A device that does so; what it is told is noted. */
  private interface Doing {
    void with(Hold hold) throws DeviceException, InterruptedException;
  }

  private DeviceThread thread(long pauseMs, Doing doing) {
    KeptOpen device =
        new KeptOpen() {
          @Override
          public void work(Hold hold) throws DeviceException, InterruptedException {
            doing.with(hold);
          }

          @Override
          public void broke(DeviceException why) {
            calls.add("broke " + why.getMessage());
          }

          @Override
          public void faulty(String detail) {
            calls.add(detail);
          }

          @Override
          public void stopped() {
            interruptedAtTheEnd.set(Thread.currentThread().isInterrupted());
            health = new Health(Status.FAILED, "stopped", "stopped", 1);
            calls.add("stopped");
          }

          @Override
          public Health health() {
            return health;
          }
        };
    return new DeviceThread(
        "device",
        NOPLogger.NOP_LOGGER,
        device,
        new Backoff(pauseMs, pauseMs, new SplittableRandom(1)),
        LONG);
  }

  private void reach() throws InterruptedException {
    assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private void isOver(DeviceThread thread) {
    assertThat(calls).containsExactly("stopped");
    assertThat(thread.health().code()).isEqualTo("stopped");
    assertThat(interruptedAtTheEnd).isFalse();
  }

  @Test
  void aStopEndsAnOpeningThatWouldWaitForEver() throws Exception {
    DeviceThread thread =
        thread(
            1,
            hold -> {
              AutoCloseable never =
                  hold.open(
                      () -> {
                        reached.countDown();
                        new CountDownLatch(1).await();
                        return () -> {};
                      });
              throw new AssertionError("opened " + never);
            });
    thread.start();
    reach();
    thread.close();

    isOver(thread);
  }

  /** As link services do: they answer an interrupt with a fault of the link, and leave it set. */
  @Test
  void anOpeningThatKeepsItsInterruptDoesNotDisturbWhoIsToldOfTheStop() throws Exception {
    DeviceThread thread =
        thread(
            1,
            hold ->
                hold.open(
                    () -> {
                      reached.countDown();
                      try {
                        new CountDownLatch(1).await();
                      } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                      }
                      throw new LinkDown("interrupted");
                    }));
    thread.start();
    reach();
    thread.close();

    isOver(thread);
  }

  @Test
  void aStopClosesWhatIsOpenAndWhatThatBreaksIsNotTold() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    DeviceThread thread =
        thread(
            1,
            hold -> {
              try (AutoCloseable open = hold.open(() -> (AutoCloseable) closed::countDown)) {
                assertThat(open).isNotNull();
                reached.countDown();
                // A read that only a close ends.
                closed.await();
                throw new LinkDown("closed while it was read");
              } catch (DeviceException | InterruptedException | RuntimeException ended) {
                throw ended;
              } catch (Exception impossible) {
                throw new AssertionError(impossible);
              }
            });
    thread.start();
    reach();
    thread.close();

    isOver(thread);
  }

  @Test
  void aStopEndsAPause() throws Exception {
    DeviceThread thread =
        thread(
            86_400_000,
            hold -> {
              calls.add("worked");
              reached.countDown();
            });
    thread.start();
    reach();
    thread.close();

    assertThat(calls).containsExactly("worked", "stopped");
    assertThat(interruptedAtTheEnd).isFalse();
  }

  @Test
  void nothingIsOpenedAfterTheStop() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    DeviceThread thread =
        thread(
            1,
            hold -> {
              reached.countDown();
              while (!hold.isStopping()) {
                Thread.onSpinWait();
              }
              stopped.countDown();
              hold.open(
                  () -> {
                    calls.add("opened");
                    return () -> {};
                  });
            });
    thread.start();
    reach();
    thread.close();

    assertThat(stopped.getCount()).isZero();
    isOver(thread);
  }

  @Test
  void whatBreaksIsToldAndTriedAgain() throws Exception {
    CountDownLatch third = new CountDownLatch(3);
    CountDownLatch over = new CountDownLatch(1);
    DeviceThread thread =
        thread(
            1,
            hold -> {
              third.countDown();
              if (third.getCount() == 0) {
                over.await();
              }
              if (third.getCount() == 1) {
                throw new IllegalStateException("a fault");
              }
              throw new LinkDown("cable is out");
            });
    thread.start();
    assertThat(third.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(calls.get(0)).isEqualTo("broke cable is out");
    assertThat(calls.get(1)).contains("fault in the driver", "a fault", "see the log");
    assertThat(calls).hasSize(2);
    over.countDown();
    thread.close();
  }
}

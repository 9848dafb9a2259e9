// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.Soon;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RealRigClockTest {

  @Test
  void repeatsOnAGridOfRealTimeAndNeverEarly() throws Exception {
    try (RealRigClock clock = new RealRigClock()) {
      Queue<Long> due = new ConcurrentLinkedQueue<>();
      Queue<Long> late = new ConcurrentLinkedQueue<>();
      long startNanos = clock.nanos();
      clock.every(
          Duration.ofMillis(5),
          dueNanos -> {
            late.add(clock.nanos() - dueNanos);
            due.add(dueNanos);
          });
      Soon.until("ten ticks", () -> due.size() >= 10);
      assertThat(late).allMatch(nanos -> nanos >= 0);
      long first = due.element();
      assertThat(first).isGreaterThanOrEqualTo(startNanos);
      assertThat(due).allMatch(nanos -> (nanos - first) % 5_000_000 == 0);
    }
  }

  @Test
  void anActionThatFailsDoesNotStopTheOthers() throws Exception {
    try (RealRigClock clock = new RealRigClock()) {
      CountDownLatch ran = new CountDownLatch(3);
      clock.every(
          Duration.ofMillis(2),
          due -> {
            ran.countDown();
            throw new IllegalStateException("on purpose");
          });
      assertThat(ran.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void afterClosingNothingRunsAndNothingFails() {
    RealRigClock clock = new RealRigClock();
    clock.close();
    CountDownLatch ran = new CountDownLatch(1);
    clock.after(Duration.ZERO, ran::countDown).cancel();
    assertThat(ran.getCount()).isOne();
  }
}

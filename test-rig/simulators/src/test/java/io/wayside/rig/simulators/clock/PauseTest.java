// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PauseTest {

  @Test
  void lastsAsLongAsTheClockSays() throws Exception {
    try (RealRigClock clock = new RealRigClock()) {
      long before = clock.nanos();
      Pause.forTime(Duration.ofMillis(30), clock);
      assertThat(clock.nanos() - before).isGreaterThanOrEqualTo(30_000_000);
    }
    Pause.forTime(Duration.ZERO, new SteppedRigClock());
  }

  @Test
  void anInterruptionEndsItAndIsKept() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Pause.forTime(Duration.ofHours(1), new SteppedRigClock()))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseTest {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void holdsUntilItsEndAndNotAMomentLonger(boolean safe) {
    Lease lease = new Lease(safe);
    assertThat(lease.on(0)).isEqualTo(safe);
    lease.take(!safe, 100);

    assertThat(lease.on(99)).isEqualTo(!safe);
    assertThat(lease.leftNanos(40, 1_000)).isEqualTo(60);
    assertThat(lease.on(100)).isEqualTo(safe);
    assertThat(lease.on(50)).as("what ended stays ended").isEqualTo(safe);
  }

  @Test
  void theLastTakerCounts() {
    Lease lease = new Lease(false);
    lease.take(true, 1_000);
    lease.take(true, 10);

    assertThat(lease.on(10)).isFalse();
  }

  @Test
  void survivesTheClocksTurnRound() {
    Lease lease = new Lease(false);
    lease.take(true, Long.MIN_VALUE + 5);

    assertThat(lease.on(Long.MAX_VALUE)).isTrue();
    assertThat(lease.on(Long.MIN_VALUE + 5)).isFalse();
  }
}

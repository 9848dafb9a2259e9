// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.office.PostingRules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Three days without an office, four lanes, a vehicle every 8.64 s in each: 10,000 a day. */
class OutageTest {

  @Test
  void threeDaysArePostedOnceInOrderAndNotTooFast() throws Exception {
    Outage outage =
        new Outage(4, Duration.ofMillis(8_640), Duration.ofDays(3), Duration.ofMillis(40));
    Outage.Outcome outcome = outage.run(PostingRules.USUAL, 1);
    Account account = outcome.account();
    assertThat(account.outOfOrder()).isZero();
    assertThat(account.duplicates()).isZero();
    assertThat(outcome.mostHeld()).isLessThanOrEqualTo(4 * PostingRules.USUAL.most());
    assertThat(outcome.mostInASecond()).isLessThanOrEqualTo(150);
    long counted = 0;
    for (TollStream lane : outage.streams()) {
      counted += account.size(lane.stream());
      assertThat(account.sum(lane.stream())).isEqualTo(outage.sum(lane));
    }
    assertThat(counted).isEqualTo(outcome.posted()).isGreaterThan(108_000);
    assertThat(outcome.drainedS()).isLessThan(3_600);
    assertThat(outcome.whileAway()).isLessThan(8_000);
  }
}

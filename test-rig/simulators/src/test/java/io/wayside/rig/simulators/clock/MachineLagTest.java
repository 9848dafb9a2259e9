// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The clock is moved by the naps alone, which last as long as the test says. */
class MachineLagTest {

  private static final long MS = 1_000_000;

  private long now;
  private long withheld;
  private final MachineLag lag = new MachineLag(() -> now, nanos -> now += nanos + withheld);

  @Test
  void whoIsWokenInTimeWasWithheldNothing() {
    for (int nap = 0; nap < 100; nap++) {
      withheld = MS / 2;
      lag.nap();
    }
    assertThat(lag.nanos()).isZero();
  }

  @Test
  void whatIsBeyondTheUsualIsAddedUp() {
    withheld = 50 * MS;
    lag.nap();
    withheld = 0;
    lag.nap();
    withheld = 30 * MS;
    lag.nap();
    assertThat(lag.nanos()).isEqualTo(49 * MS + 29 * MS);
  }

  @Test
  void aNapThatLastsCountsBeforeItEnds() {
    now += 201 * MS;
    assertThat(lag.nanos()).isEqualTo(199 * MS);
  }
}

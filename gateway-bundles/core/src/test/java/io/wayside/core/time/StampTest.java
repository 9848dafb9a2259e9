// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StampTest {

  @Test
  void nowIsTheMomentOfTheMonotonicClock() {
    TimeSource time =
        new TimeSource() {
          @Override
          public long monotonicNanos() {
            return 42;
          }

          @Override
          public Stamp at(long monotonicNanos) {
            return new Stamp(
                Instant.EPOCH.plusNanos(monotonicNanos),
                ClockQuality.synchronisedBy("gnss"),
                "boot-1",
                monotonicNanos);
          }
        };

    assertThat(time.now()).isEqualTo(time.at(42));
    assertThat(time.now().monotonicNanos()).isEqualTo(42);
  }

  @Test
  void aClockThatFollowsNothingSaysSo() {
    ClockQuality quality = ClockQuality.unsynchronised();

    assertThat(quality.state()).isEqualTo(ClockQuality.State.UNSYNCHRONISED);
    assertThat(quality.source()).isEqualTo("none");
    assertThat(quality.offset()).isEmpty();
    assertThat(quality.age()).isEmpty();
  }

  @Test
  void aClockThatFollowsSomethingSaysWhat() {
    assertThat(ClockQuality.synchronisedBy("gnss").source()).isEqualTo("gnss");
    assertThat(ClockQuality.synchronisedBy("gnss").state())
        .isEqualTo(ClockQuality.State.SYNCHRONISED);
  }
}

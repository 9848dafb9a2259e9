// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio.gpiod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.pi4j.boardinfo.util.BoardInfoHelper;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.gpio.lines.Bias;
import io.wayside.driver.gpio.lines.Edge;
import org.junit.jupiter.api.Test;

/** As far as a machine without such lines can tell. */
class PiLinesTest {

  private static final TimeSource TIME =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return 0;
        }

        @Override
        public Stamp at(long monotonicNanos) {
          throw new UnsupportedOperationException();
        }
      };

  @Test
  void onAnotherBoardItSaysSoAndWhatToUse() {
    assumeFalse(BoardInfoHelper.runningOnRaspberryPi());

    assertThatThrownBy(() -> new PiLines(17, TIME).input(Bias.PULL_UP))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("GPIO 17")
        .hasMessageContaining("SYSFS");
    assertThatThrownBy(() -> new PiLines(17, TIME).output(true)).isInstanceOf(LinkDown.class);
  }

  @Test
  void aStampOfOurClockIsTaken() {
    assertThat(KernelStamp.edge(900, true, 1_000)).isEqualTo(new Edge(900, true, StampedBy.KERNEL));
  }

  @Test
  void aStampOfAnotherClockIsNot() {
    long wallNanos = 1_700_000_000_000_000_000L;

    assertThat(KernelStamp.edge(wallNanos, true, 1_000))
        .isEqualTo(new Edge(1_000, true, StampedBy.DRIVER));
    assertThat(KernelStamp.edge(0, false, 60_000_000_000L))
        .isEqualTo(new Edge(60_000_000_000L, false, StampedBy.DRIVER));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.iio.context.Batch;
import io.wayside.driver.iio.context.Batch.Clock;
import io.wayside.driver.iio.context.Request;
import io.wayside.driver.iio.context.Scaling;
import io.wayside.driver.iio.context.Wanted;
import io.wayside.driver.iio.polling.PollingFeed.RawReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each reading takes its time; the clock moves by reading alone. */
@Timeout(180)
class PollingFeedTest {

  private static final long READING_NANOS = 12_000_000; // longer than the 10 ms of 100 Hz

  private long now = 1_000;
  private int raw;
  private boolean closed;
  private String answer = "";

  private final TimeSource time =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return now;
        }

        @Override
        public Stamp at(long monotonicNanos) {
          return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "test", monotonicNanos);
        }
      };

  private final RawReader slow =
      new RawReader() {
        @Override
        public String raw(Wanted channel) {
          now += READING_NANOS;
          return answer.isEmpty() ? raw++ + "\n" : answer;
        }

        @Override
        public void close() {
          closed = true;
        }
      };

  private PollingFeed feed() {
    Request request = new Request("adc-1", "hx711", Wanted.all("adc-1", "voltage0"), 100, 8, 1_000);
    return new PollingFeed(request, List.of(new Scaling(1, 2)), slow, time);
  }

  @Test
  void valuesAreScaledAndStampedInTheMiddleOfTheirReading() throws DeviceException {
    Batch batch = feed().next();

    assertThat(batch.values()[0]).containsExactly(2, 4, 6, 8, 10, 12, 14, 16);
    assertThat(batch.clock()).isEqualTo(Clock.OURS);
    assertThat(batch.times()[0]).isEqualTo(1_000 + READING_NANOS / 2);
    assertThat(batch.arrivedNanos()).isEqualTo(now);
  }

  @Test
  void aReadingThatTakesTooLongIsNotCaughtUp() throws DeviceException {
    PollingFeed feed = feed();
    feed.next();
    long[] times = feed.next().times();

    double mean = (times[7] - times[0]) / 7.0;
    assertThat(mean).isCloseTo(READING_NANOS, within(1e6));
  }

  @Test
  void whatIsNoNumberIsGarbled() {
    answer = "ninety\n";
    assertThatThrownBy(() -> feed().next())
        .isInstanceOf(Garbled.class)
        .hasMessageContaining("voltage0")
        .hasMessageContaining("ninety");
  }

  @Test
  void closingEndsAWait() {
    PollingFeed feed = feed();
    feed.close();
    assertThatThrownBy(feed::next).isInstanceOf(LinkDown.class);
    assertThat(closed).isTrue();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.driver.indicator.Captured;
import io.wayside.driver.indicator.codec.GoldenFrames;
import io.wayside.driver.indicator.codec.IndicatorFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the health of a driver says when it hears the frames of each format. */
class SessionMatrixTest {

  private static final long TICK_NANOS = 50_000_000;
  private static final int TICKS = 100;
  private static final int BYTES_IN_A_TICK = 40;

  @ParameterizedTest
  @EnumSource
  void healthNamesTheFormatThatIsHeard(IndicatorFormat sent) {
    for (IndicatorFormat configured : IndicatorFormat.values()) {
      Health health = afterHearing(sent, configured);
      String pair = configured + " configured, " + sent + " sent";
      if (configured == sent) {
        assertThat(health.message()).as(pair).doesNotContain("this looks like");
        // Golden frames are of many scales, so that the interval fits none.
        assertThat(health.code()).as(pair).isIn("ok", "implausible");
      } else if (!GoldenFrames.sameBytes(configured).contains(sent)) {
        assertThat(health.status()).as(pair).isIn(Status.DEGRADED, Status.FAILED);
        assertThat(GoldenFrames.sameBytes(sent))
            .as(pair + ": " + health.message())
            .anyMatch(
                format ->
                    health
                        .message()
                        .contains("this looks like " + format + ", not " + configured + ";"));
      }
    }
  }

  private static Health afterHearing(IndicatorFormat sent, IndicatorFormat configured) {
    IndicatorSession session =
        new IndicatorSession(
            new Settings("scale-1", "virtual", configured, 20, 40_000, 2_000_000_000L, true),
            new Captured(),
            0);
    session.opened(0);
    byte[] stream = GoldenFrames.stream(sent);
    int at = 0;
    for (long tick = 1; tick <= TICKS; tick++) {
      byte[] piece = new byte[BYTES_IN_A_TICK];
      for (int i = 0; i < piece.length; i++) {
        // The stream ends with the first three bytes of the next frame; leave them out.
        piece[i] = stream[at++ % (stream.length - 3)];
      }
      session.received(piece, piece.length, "", tick * TICK_NANOS);
    }
    return session.health();
  }
}

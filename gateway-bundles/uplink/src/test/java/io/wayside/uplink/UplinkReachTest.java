// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.centre.Reach;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.transport.Trouble;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether commands can come, and since when. */
class UplinkReachTest {

  private final AtomicLong nanos = new AtomicLong(5);
  private final UplinkState state =
      new UplinkState(
          new TimeSource() {
            @Override
            public long monotonicNanos() {
              return nanos.get();
            }

            @Override
            public Stamp at(long at) {
              return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "boot-1", at);
            }
          },
          () -> 0);

  @Test
  void linkThatWasNeverUpIsDownSinceTheBeginning() {
    nanos.set(9);
    assertThat(state.reach()).isEqualTo(new Reach(false, 5));
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void anyTroubleEndsItAndFurtherAttemptsDoNotMoveTheMoment(Trouble trouble) {
    nanos.set(10);
    state.connected("a");
    assertThat(state.reach()).isEqualTo(new Reach(true, 10));
    nanos.set(20);
    state.troubled(trouble, "cut");
    nanos.set(30);
    state.troubled(Trouble.UNREACHABLE, "still");
    assertThat(state.reach()).isEqualTo(new Reach(false, 20));
    nanos.set(40);
    state.connected("a");
    assertThat(state.reach()).isEqualTo(new Reach(true, 40));
  }

  @Test
  void linkByWhichNoCommandComesIsDown() {
    state.connected("a");
    nanos.set(20);
    state.commandsRefused("no right");
    assertThat(state.reach()).isEqualTo(new Reach(false, 20));
    state.connected("a");
    nanos.set(30);
    state.journalUnreadable("broken");
    assertThat(state.reach()).isEqualTo(new Reach(false, 30));
  }
}

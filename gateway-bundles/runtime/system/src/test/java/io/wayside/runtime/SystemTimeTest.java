// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.time.ClockQuality.State;
import io.wayside.core.time.Stamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemTimeTest {

  private static final Instant WRONG = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant RIGHT = Instant.parse("2026-11-21T12:00:00Z");
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path root;
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicReference<Instant> wall = new AtomicReference<>(WRONG);

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return wall.get();
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  private void forward(long seconds) {
    nanos.addAndGet(seconds * SECOND);
    wall.set(wall.get().plusSeconds(seconds));
  }

  private void synchronise() throws Exception {
    wall.set(RIGHT);
    Path mark = root.resolve("run/systemd/timesync/synchronized");
    Files.createDirectories(mark.getParent());
    Files.writeString(mark, "");
    Files.setLastModifiedTime(mark, FileTime.from(RIGHT));
  }

  @Test
  void a_moment_before_the_clock_was_set_is_not_called_synchronised_afterwards() throws Exception {
    SystemTime time = new SystemTime(root, nanos::get, clock);
    forward(60);
    long vehicleCame = time.monotonicNanos();
    forward(5);
    synchronise();
    time.observe();
    forward(5);

    Stamp came = time.at(vehicleCame);
    assertThat(came.wall()).isEqualTo(WRONG.plusSeconds(60));
    assertThat(came.clock().state()).isEqualTo(State.UNSYNCHRONISED);
    assertThat(time.now().wall()).isEqualTo(RIGHT.plusSeconds(5));
    assertThat(time.now().clock().state()).isEqualTo(State.SYNCHRONISED);
  }

  /** What docs/wire/mqtt.md tells a receiver to do, with the numbers of two stamps only. */
  @Test
  void a_later_synchronised_stamp_of_the_boot_corrects_an_earlier_one() throws Exception {
    SystemTime time = new SystemTime(root, nanos::get, clock);
    forward(60);
    Stamp early = time.now();
    forward(5);
    synchronise();
    time.observe();
    forward(100);
    Stamp late = time.now();

    assertThat(late.bootId()).isEqualTo(early.bootId());
    Instant corrected = late.wall().minusNanos(late.monotonicNanos() - early.monotonicNanos());
    assertThat(corrected).isEqualTo(RIGHT.minusSeconds(5));
  }
}

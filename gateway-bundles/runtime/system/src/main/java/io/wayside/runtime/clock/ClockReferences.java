// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.clock;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.ClockQuality.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the wall clock follows a reference, from what time daemons leave in the file system.
 * Nothing found means unsynchronised: trust is never assumed.
 */
public final class ClockReferences {

  /** systemd-timesyncd asks at most this seldom (PollIntervalMaxSec, 34 min 8 s), once missed. */
  private static final Duration FOLLOWED = Duration.ofSeconds(2 * 2048L);

  /**
   * chronyd writes a line at each update, at most this seldom (maxpoll 10, 1024 s), once missed.
   */
  private static final Duration TRACKED = Duration.ofSeconds(2 * 1024L);

  /** The lines of a tracking log are about 130 bytes. */
  private static final int TAIL_BYTES = 1024;

  private final Path root;

  public ClockReferences(Path root) {
    this.root = root;
  }

  /** How it is at this wall time. */
  public ClockQuality at(Instant now) {
    try {
      Optional<ClockQuality> chrony = chrony(now);
      return chrony.isPresent() ? chrony.get() : timesyncd(now);
    } catch (IOException unreadable) {
      return ClockQuality.unsynchronised();
    }
  }

  /** systemd-timesyncd touches this file at each answer of its server. */
  private ClockQuality timesyncd(Instant now) throws IOException {
    Path mark = root.resolve("run/systemd/timesync/synchronized");
    if (!Files.exists(mark)) {
      return ClockQuality.unsynchronised();
    }
    Duration age = age(Files.getLastModifiedTime(mark).toInstant(), now);
    return quality(age, FOLLOWED, Optional.empty());
  }

  /** The tracking log of chronyd ({@code log tracking}), the last line. */
  private Optional<ClockQuality> chrony(Instant now) throws IOException {
    Path log = root.resolve("var/log/chrony/tracking.log");
    if (!Files.isReadable(log)) {
      return Optional.empty();
    }
    return ChronyTracking.last(FileTail.read(log, TAIL_BYTES))
        .map(last -> quality(age(last.when(), now), TRACKED, Optional.of(last.offset())));
  }

  private static ClockQuality quality(Duration age, Duration longest, Optional<Duration> offset) {
    State state = age.compareTo(longest) <= 0 ? State.SYNCHRONISED : State.HOLDOVER;
    return new ClockQuality(state, offset, Optional.of(age), "ntp");
  }

  private static Duration age(Instant then, Instant now) {
    return then.isAfter(now) ? Duration.ZERO : Duration.between(then, now);
  }
}

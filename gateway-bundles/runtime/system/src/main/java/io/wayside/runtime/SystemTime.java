// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.runtime.clock.BootId;
import io.wayside.runtime.clock.ClockReferences;
import io.wayside.runtime.clock.WallClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The clocks of the machine; the only place of the gateway that reads them. */
@Component(service = {TimeSource.class, SystemTime.class})
public final class SystemTime implements TimeSource {

  /** The files of time daemons are looked at no more often. */
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

  private final LongSupplier monotonic;
  private final Clock clock;
  private final ClockReferences references;
  private final WallClock wall = new WallClock();
  private final String bootId;
  private volatile Look look;

  private record Look(long nanos, ClockQuality quality) {}

  @Activate
  public SystemTime() {
    this(Path.of("/"), System::nanoTime, Clock.systemUTC());
  }

  SystemTime(Path root, LongSupplier monotonic, Clock clock) {
    this.monotonic = monotonic;
    this.clock = clock;
    this.references = new ClockReferences(root);
    this.bootId = BootId.read(root);
    this.look = new Look(monotonic.getAsLong(), references.at(clock.instant()));
    observe();
  }

  @Override
  public long monotonicNanos() {
    return monotonic.getAsLong();
  }

  @Override
  public Stamp at(long monotonicNanos) {
    Instant now = observe();
    Look last = look;
    if (monotonicNanos() - last.nanos() > LOOK_NANOS) {
      last = new Look(monotonicNanos(), references.at(now));
      look = last;
    }
    ClockQuality quality =
        wall.steppedSince(monotonicNanos) ? ClockQuality.unsynchronised() : last.quality();
    return new Stamp(wall.at(monotonicNanos), quality, bootId, monotonicNanos);
  }

  String bootId() {
    return bootId;
  }

  /** Takes a look at both clocks; called often enough, it sees every step. */
  Instant observe() {
    Instant now = clock.instant();
    wall.observe(monotonic.getAsLong(), now);
    return now;
  }

  /** Steps of the wall clock that nobody has been told of. */
  List<WallClock.Step> takeSteps() {
    return wall.takeSteps();
  }
}

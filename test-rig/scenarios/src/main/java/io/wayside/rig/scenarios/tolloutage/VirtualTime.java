// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tolloutage;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.rig.scenarios.toll.office.TollStream;
import java.util.concurrent.atomic.AtomicLong;

/** Stands until it is moved. */
final class VirtualTime implements TimeSource {

  private final AtomicLong nanos = new AtomicLong();

  void to(long now) {
    nanos.set(Math.max(nanos.get(), now));
  }

  @Override
  public long monotonicNanos() {
    return nanos.get();
  }

  @Override
  public Stamp at(long monotonicNanos) {
    return new Stamp(
        TollStream.BEGIN.plusNanos(monotonicNanos),
        ClockQuality.synchronisedBy("rig"),
        "rig",
        monotonicNanos);
  }
}

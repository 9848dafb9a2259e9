// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.time.TimeSource;
import java.util.function.BooleanSupplier;

/**
 * Whether the journal takes what the lane writes. A charge that cannot be put on record must not
 * begin: vehicles are held then, and an attendant decides.
 */
public final class Recording implements BooleanSupplier {

  private static final int MANY = 64;
  private static final long LONG_NANOS = 2_000_000_000L;

  private final RecordLine line;
  private final TimeSource time;

  public Recording(RecordLine line, TimeSource time) {
    this.line = line;
    this.time = time;
  }

  @Override
  public boolean getAsBoolean() {
    RecordLine.State state = line.state();
    boolean waitsLong =
        state.waiting() > 0 && time.monotonicNanos() - state.oldestNanos() >= LONG_NANOS;
    return state.waiting() < MANY && !waitsLong;
  }
}

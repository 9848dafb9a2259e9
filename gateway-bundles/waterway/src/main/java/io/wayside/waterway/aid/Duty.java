// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

import io.wayside.waterway.light.Rhythm;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the light of an aid is to show now, by an order or a rule, and why. What differs from the
 * published light is planned, and no fault of the aid.
 *
 * @param rhythm the other rhythm, with {@link Mode#OTHER_CHARACTER} alone; empty there when the
 *     site's document does not say what the device's code looks like
 * @param reason in words: who, which order or rule, why
 * @param untilNanos when its lease ends, on the monotonic clock; empty for what has no end
 */
public record Duty(Mode mode, Optional<Rhythm> rhythm, String reason, OptionalLong untilNanos) {

  /** What is to be seen. */
  public enum Mode {
    /** The published light, by the lantern's own photocell or clock. */
    AUTOMATIC,
    /** The published light, by day too. */
    SHINE,
    /** No light. Only ever under a lease. */
    DARK,
    /** Another rhythm than the published one. */
    OTHER_CHARACTER,
    /** The published rhythm at another brightness. */
    DIMMED
  }

  public Duty {
    if (rhythm.isPresent() && mode != Mode.OTHER_CHARACTER) {
      throw new IllegalArgumentException(mode + " has the published rhythm, not " + rhythm.get());
    }
    if (mode == Mode.DARK && untilNanos.isEmpty()) {
      throw new IllegalArgumentException("an aid is dark until a time, or not at all");
    }
  }

  /** The published light, by the lantern itself. */
  public static Duty automatic(String reason) {
    return new Duty(Mode.AUTOMATIC, Optional.empty(), reason, OptionalLong.empty());
  }

  /** Whether its end has not come yet. */
  public boolean holds(long nowNanos) {
    return untilNanos.isEmpty() || nowNanos - untilNanos.getAsLong() < 0;
  }
}

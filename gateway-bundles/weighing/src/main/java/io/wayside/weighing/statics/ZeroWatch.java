// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import io.wayside.core.device.WeightReading;
import io.wayside.core.quality.Flags;
import java.util.OptionalDouble;

/**
 * Watches the zero of the empty platform. It never corrects: setting a scale to zero is a legally
 * relevant act of the instrument; here a wrong zero is seen, told and added to the doubt.
 */
final class ZeroWatch {

  private final StaticRules rules;
  private OptionalDouble atRestKg = OptionalDouble.empty();
  private long clearSinceNanos;
  private long lastClearNanos;
  private boolean returned = true;
  private boolean offAtLastBeginning = true;

  ZeroWatch(StaticRules rules) {
    this.rules = rules;
  }

  /** An axle has just left. */
  void cleared(long nowNanos) {
    clearSinceNanos = nowNanos;
    lastClearNanos = nowNanos;
    returned = false;
  }

  /** A reading of the empty platform. */
  void hear(WeightReading reading, boolean atRest) {
    double kg = reading.mass().kilograms();
    lastClearNanos = reading.monotonicNanos();
    returned = returned || rules.atZero(kg);
    if (atRest) {
      atRestKg = OptionalDouble.of(kg);
    }
  }

  /** Zero or tare was set: what was seen before tells nothing any more. */
  void forget() {
    atRestKg = OptionalDouble.empty();
    offAtLastBeginning = false;
  }

  /** What the empty platform last indicated at rest. */
  OptionalDouble atRestKg() {
    return atRestKg;
  }

  boolean off() {
    return atRestKg.isPresent() && !rules.atZero(atRestKg.getAsDouble());
  }

  /**
   * Doubts about a vehicle that begins now. A zero that has moved since the vehicle before may be
   * dirt, or an axle too light to be seen as one.
   */
  Flags atBeginning() {
    if (atRestKg.isEmpty()) {
      return Flags.of(WeighingFlags.ZERO_UNCHECKED);
    }
    boolean wasOff = offAtLastBeginning;
    offAtLastBeginning = off();
    if (!off()) {
      return Flags.NONE;
    }
    return wasOff
        ? Flags.of(WeighingFlags.ZERO_OFF)
        : Flags.of(WeighingFlags.ZERO_OFF, WeighingFlags.POSSIBLE_MISSED_AXLE);
  }

  /**
   * Doubts about the axle that left last, now that the platform is no longer clear. When it was
   * clear for less time than a rest takes, the indication may still have been on its way and
   * nothing is said.
   */
  Flags sinceCleared() {
    boolean longEnough = lastClearNanos - clearSinceNanos >= rules.rest().forNanos();
    return longEnough && !returned ? Flags.of(WeighingFlags.ZERO_NOT_RETURNED) : Flags.NONE;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

/**
 * What the lanes' own counters say of a shift, from their {@code toll-ghosts} records. They do not
 * come from the passages, so that each can be held against the other.
 *
 * @param safetyPulses times that L3 rose, trailers taken off
 * @param barrierRaises of the barrier
 * @param pictures taken
 * @param passed vehicles that the lane saw pass, with a grant or without
 * @param chargedMinor what it charged them, in the smallest unit
 * @param coveredMs of the shift
 */
public record Counted(
    long safetyPulses,
    long barrierRaises,
    long pictures,
    long passed,
    long chargedMinor,
    long coveredMs) {

  static final Counted NOTHING = new Counted(0, 0, 0, 0, 0, 0);

  Counted plus(Counted more) {
    return new Counted(
        safetyPulses + more.safetyPulses,
        barrierRaises + more.barrierRaises,
        pictures + more.pictures,
        passed + more.passed,
        Math.addExact(chargedMinor, more.chargedMinor),
        coveredMs + more.coveredMs);
  }
}

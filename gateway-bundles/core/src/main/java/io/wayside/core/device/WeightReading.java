// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;

/**
 * One indication, as the device sent it.
 *
 * @param monotonicNanos when its last byte arrived
 * @param mass the indicated mass; negative below zero
 * @param resolution the smallest step of this indication (the value of its last digit)
 * @param motion what the device itself says about motion; never overridden by anyone
 * @param basis gross, net or not told
 * @param flags doubts the device or the driver has
 * @param rawFrame the frame as received, lower-case hexadecimal
 */
public record WeightReading(
    long monotonicNanos,
    Mass mass,
    Mass resolution,
    Motion motion,
    Basis basis,
    Flags flags,
    String rawFrame) {

  /** What the device says about motion; {@code NOT_TOLD} where its protocol has no such bit. */
  public enum Motion {
    AT_REST,
    MOVING,
    NOT_TOLD
  }

  /** What the indication refers to. */
  public enum Basis {
    GROSS,
    NET,
    NOT_TOLD
  }
}

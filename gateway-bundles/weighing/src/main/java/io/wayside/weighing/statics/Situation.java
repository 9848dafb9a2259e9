// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import io.wayside.core.quality.Flags;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How the weighing stands, for people and for health.
 *
 * @param phase what the platform does
 * @param massKg the last indication, when one is seen
 * @param vehicle number of the vehicle being weighed, when there is one
 * @param axles of that vehicle, the one on the platform not counted
 * @param zeroKg what the empty platform last indicated at rest
 * @param zeroOff whether that lies outside the zero band
 * @param stuck whether the platform has been loaded too long
 * @param trouble doubts about the latest reading
 * @param blindCause why nothing is seen; empty when the signal is there
 * @param blindDetail the same for people
 */
public record Situation(
    Phase phase,
    OptionalDouble massKg,
    OptionalInt vehicle,
    int axles,
    OptionalDouble zeroKg,
    boolean zeroOff,
    boolean stuck,
    Flags trouble,
    String blindCause,
    String blindDetail) {}

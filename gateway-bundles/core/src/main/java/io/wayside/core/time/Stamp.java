// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.time;

import java.time.Instant;

/**
 * A moment. Order within one boot is by {@code monotonicNanos}, never by wall time, which may step.
 *
 * @param wall wall time in UTC as the box believed it at that moment; never corrected afterwards
 * @param clock how far {@code wall} could be trusted
 * @param bootId the kernel's boot id (or the process's, where there is none); monotonic times of
 *     different boots cannot be compared
 * @param monotonicNanos nanoseconds on the monotonic clock of that boot; the origin is arbitrary
 */
public record Stamp(Instant wall, ClockQuality clock, String bootId, long monotonicNanos) {}

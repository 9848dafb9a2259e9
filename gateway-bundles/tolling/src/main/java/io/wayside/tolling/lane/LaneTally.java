// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/**
 * What a lane has counted since it began.
 *
 * @param vehicles that came over the arming loop
 * @param safetyPulses times the safety loop rose
 * @param passages outcomes of all terms, charged ones, violations and reviews included
 * @param ghosts tags that no vehicle took
 * @param unreadable sightings of tags without a number
 * @param trailers gaps on the safety loop that were taken for a drawbar
 * @param unarbitrated grants the other lanes could not be asked about
 * @param overflows vehicles that could not be followed because there were too many
 */
public record LaneTally(
    long vehicles,
    long safetyPulses,
    long grants,
    long charged,
    long passages,
    long violations,
    long reviews,
    long aborts,
    long held,
    long ghosts,
    long unreadable,
    long barrierRaises,
    long barrierLowers,
    long retries,
    long trailers,
    long unarbitrated,
    long overflows) {}

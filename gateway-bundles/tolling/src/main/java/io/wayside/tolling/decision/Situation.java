// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A vehicle that wants to pass.
 *
 * @param at when it came to the lane; its day decides about tickets and limits
 * @param zone of the station
 * @param minor what it would pay, in the smallest unit of the currency
 * @param office the office's answer, when there is one already
 * @param officeReachable whether the office can be asked at present
 * @param stationNetwork whether the other lanes of the station can be heard
 * @param attendant an attendant's word, which comes before all rules
 */
public record Situation(
    TagNumber tag,
    String station,
    String lane,
    Instant at,
    ZoneId zone,
    long minor,
    Optional<OfficeAnswer> office,
    boolean officeReachable,
    boolean stationNetwork,
    Optional<Attendant> attendant) {}

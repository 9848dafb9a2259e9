// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.lane.LaneOutcome.Grant;

/**
 * A grant of an earlier run that the journal knows no end of.
 *
 * @param ageNanos how long ago it was given, by wall time
 */
public record OpenGrant(Grant grant, long ageNanos) {}

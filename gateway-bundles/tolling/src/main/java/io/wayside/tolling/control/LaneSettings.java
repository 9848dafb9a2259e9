// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.lane.LaneRules;
import io.wayside.tolling.lane.Layout;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.ShiftPlan;
import java.time.Duration;

/**
 * How one lane is set up.
 *
 * @param openAtStart whether it opens by itself when nobody has said otherwise before
 * @param outputLease how long an output holds what it was told without being told again
 */
public record LaneSettings(
    LaneOrigin origin,
    ShiftPlan shifts,
    LaneRules rules,
    Layout layout,
    boolean openAtStart,
    Duration outputLease) {}

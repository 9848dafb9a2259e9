// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import io.wayside.rig.simulators.toll.road.Manner;
import io.wayside.rig.simulators.toll.road.VehicleKind;
import java.util.List;

/**
 * A vehicle that is going to come.
 *
 * @param id unique in the world
 * @param lane number of the lane
 * @param atNanos not before this, and not before there is room
 * @param kind of vehicle
 * @param manner of driving
 * @param speedMps at which it wants to go
 * @param tags in it
 */
public record Arrival(
    int id,
    int lane,
    long atNanos,
    VehicleKind kind,
    Manner manner,
    double speedMps,
    List<FittedTag> tags) {}

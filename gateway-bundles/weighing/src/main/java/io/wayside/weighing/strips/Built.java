// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import java.util.List;
import java.util.Optional;

/**
 * The axles of one vehicle, not weighed yet.
 *
 * @param axles in the order in which they came
 * @param ghosts pulses near it that belong to no axle
 * @param flags doubts
 * @param stay when it was over the loop; empty without one
 * @param presence the loop
 */
record Built(
    List<AxleTrack> axles,
    List<Pulse> ghosts,
    Flags flags,
    Optional<Presence.Stay> stay,
    Optional<Presence> presence) {}

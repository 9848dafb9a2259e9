// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.device.Contact;
import io.wayside.core.device.Output;
import io.wayside.core.device.TagSource;
import java.util.Optional;

/**
 * The devices of a lane.
 *
 * @param arming L1, ahead of the barrier
 * @param safety L3, under and behind the barrier
 * @param classing L2, between them
 * @param curtain active means broken
 * @param armUp the barrier's own switch at the top
 * @param armDown the barrier's own switch at the bottom
 * @param raise asks the barrier to rise while it is on
 * @param lower asks it to close while it is on; without it the barrier closes when {@code raise} is
 *     off
 */
public record LaneDevices(
    TagSource reader,
    Contact arming,
    Contact safety,
    Optional<Contact> classing,
    Optional<Contact> curtain,
    Optional<Contact> armUp,
    Optional<Contact> armDown,
    Output raise,
    Optional<Output> lower,
    Optional<Output> green,
    Optional<Output> red,
    Optional<Output> siren) {

  /** The lane the other way: what was behind the barrier is ahead of it. */
  LaneDevices turned() {
    return new LaneDevices(
        reader,
        /* arming= */ safety,
        /* safety= */ arming,
        classing,
        curtain,
        armUp,
        armDown,
        raise,
        lower,
        green,
        red,
        siren);
  }
}

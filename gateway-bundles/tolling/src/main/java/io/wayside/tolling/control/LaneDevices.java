// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.device.Contact;
import io.wayside.core.device.Output;
import io.wayside.core.device.TagSource;
import io.wayside.tolling.display.DriverBoard;
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
 * @param green seen by those whom the lane serves
 * @param red the same
 * @param board the same
 * @param against seen by those who would come against them
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
    Optional<Output> siren,
    Optional<DriverBoard> board,
    EndSigns against) {

  /** A lane with nothing to see from the other end. */
  public LaneDevices(
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
    this(
        reader,
        arming,
        safety,
        classing,
        curtain,
        armUp,
        armDown,
        raise,
        lower,
        green,
        red,
        siren,
        Optional.empty(),
        EndSigns.NONE);
  }

  /** The lane the other way: what was behind the barrier is ahead of it, and so are its lights. */
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
        against.green(),
        against.red(),
        siren,
        against.board(),
        new EndSigns(green, red, board));
  }
}

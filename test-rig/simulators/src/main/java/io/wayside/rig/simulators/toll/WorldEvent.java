// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import io.wayside.rig.simulators.llrp.SimulatedTag;

/** What a lane's devices notice. */
public sealed interface WorldEvent {

  /** When, in nanoseconds since the world began. */
  long nanos();

  /** Number of the lane. */
  int lane();

  /** The loops, in the order in which a vehicle comes over them. */
  enum Loop {
    L1,
    L2,
    L3
  }

  /** A loop was found occupied or free; may bounce. */
  record LoopEdge(long nanos, int lane, Loop loop, boolean occupied) implements WorldEvent {}

  /**
   * A tag answered once and the reader heard it.
   *
   * @param rssiDbm whole dBm
   * @param channel from 1
   */
  record TagRead(long nanos, int lane, SimulatedTag tag, int antenna, int rssiDbm, int channel)
      implements WorldEvent {}

  /** A limit contact of the arm: at the top, or at the bottom, reached or left. */
  record ArmContact(long nanos, int lane, boolean top, boolean reached) implements WorldEvent {}

  /** A driver has waited too long before the arm and presses the button. */
  record DriverCalls(long nanos, int lane, int vehicle) implements WorldEvent {}

  /**
   * Nobody opened for one who called: somebody comes and turns the arm up with a crank; or has let
   * go of it again.
   */
  record HandCrank(long nanos, int lane, int vehicle, boolean up) implements WorldEvent {}

  /** The moment of an order has come. Those that concern the world itself it has carried out. */
  record OrderDue(long nanos, Order order) implements WorldEvent {
    @Override
    public int lane() {
      return order.lane();
    }
  }
}

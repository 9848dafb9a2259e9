// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

/** What a lane's controller tells its devices. */
public sealed interface WorldCommand {

  /** Number of the lane. */
  int lane();

  /** The barrier's arm goes up, or down. */
  record Barrier(int lane, boolean up) implements WorldCommand {}

  /** The light is green, or red. */
  record Light(int lane, boolean green) implements WorldCommand {}

  /** The reader's radio is on, or off. */
  record Radio(int lane, boolean on) implements WorldCommand {}
}

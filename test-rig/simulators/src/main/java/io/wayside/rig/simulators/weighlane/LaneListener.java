// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

/** Hears the truth, in the order of time, on the thread that asks the lane for its load. */
@FunctionalInterface
public interface LaneListener {

  void happened(LaneEvent event);
}

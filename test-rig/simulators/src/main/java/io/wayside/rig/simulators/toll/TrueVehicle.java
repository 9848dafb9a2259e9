// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import io.wayside.rig.simulators.toll.road.VehicleKind;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is true of a vehicle.
 *
 * @param id of its arrival
 * @param lane number
 * @param kind of vehicle
 * @param manner word for the manner of driving
 * @param tags in it
 * @param cameNanos when it came into being
 * @param enteredNanos when its nose first was over L1
 * @param reachedNanos when its nose first was over L3
 * @param passedNanos when its tail had left L3
 * @param backedOut went back where it came from
 * @param called pressed the button before the arm
 * @param cranked the arm was turned up by hand for it
 * @param armHits how often the arm came down on it
 */
public record TrueVehicle(
    int id,
    int lane,
    VehicleKind kind,
    String manner,
    List<TrueTag> tags,
    long cameNanos,
    OptionalLong enteredNanos,
    OptionalLong reachedNanos,
    OptionalLong passedNanos,
    boolean backedOut,
    boolean called,
    boolean cranked,
    int armHits) {

  /** A tag of it that the reader of its lane reported at least so often. */
  public boolean readable(int atLeast) {
    return tags.stream().anyMatch(tag -> tag.reads(lane) >= atLeast);
  }

  public boolean passed() {
    return passedNanos.isPresent();
  }

  public boolean ended() {
    return passed() || backedOut;
  }
}

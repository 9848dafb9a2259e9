// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.naming;

import io.wayside.counting.vision.Followed;
import java.util.List;

/**
 * One picture that a detector is asked about, and who is to be named in it.
 *
 * @param vehicles with their boxes in pixels of that picture
 */
public record Look(double atS, List<Followed> vehicles) {

  public Look {
    vehicles = List.copyOf(vehicles);
  }

  boolean shows(long vehicle) {
    return vehicles.stream().anyMatch(one -> one.vehicle() == vehicle);
  }
}

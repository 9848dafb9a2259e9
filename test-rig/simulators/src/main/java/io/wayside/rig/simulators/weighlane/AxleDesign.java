// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

/** One axle of a kind of vehicle: static mass with no load and with the load it was built for. */
record AxleDesign(int emptyKg, int fullKg, Suspension suspension) {

  /**
   * Static mass under a share of the load.
   *
   * @param load 0 for empty, 1 for full, above 1 for overloaded
   */
  double massKg(double load) {
    return emptyKg + load * (fullKg - emptyKg);
  }
}

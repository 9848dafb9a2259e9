// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

/**
 * One vehicle's lot.
 *
 * @param lot right or how wrong
 * @param flagged whether a record says that it is in doubt
 * @param vehicle its id; 0 for a record without a vehicle
 * @param said the record in a word or two: its terms and doubts
 * @param text what was recorded, and what is true
 */
record Finding(Lot lot, boolean flagged, int vehicle, String said, String text) {

  /** A wrong outcome that nobody would look at. */
  boolean unflaggedWrong() {
    return lot.silent() || (lot.wrongCharge() && !flagged);
  }
}

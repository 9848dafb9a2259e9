// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

/**
 * Whether it is night, by how bright the road is without vehicles: by day a camera sets its
 * exposure so that it is brighter. Between both it stays what it was, so that a lamp that is
 * switched on does not make it waver.
 */
final class Night {

  private final double fallsBelow;
  private final double endsAbove;
  private boolean night;

  /** With two levels, in grey levels of the mean of all of the picture. */
  Night(double fallsBelow, double endsAbove) {
    this.fallsBelow = fallsBelow;
    this.endsAbove = endsAbove;
  }

  /** The same as before unless it is surely something else. */
  boolean of(double meanGrey) {
    if (meanGrey < fallsBelow) {
      night = true;
    } else if (meanGrey > endsAbove) {
      night = false;
    }
    return night;
  }
}

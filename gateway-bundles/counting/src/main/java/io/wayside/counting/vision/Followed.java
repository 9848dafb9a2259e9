// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * A vehicle that is followed now.
 *
 * @param vehicle its number, the same as that of its crossings
 * @param box where it is taken to be
 */
public record Followed(long vehicle, Box box) {

  public Followed scaled(double factorX, double factorY) {
    return new Followed(
        vehicle,
        new Box(box.x() * factorX, box.y() * factorY, box.w() * factorX, box.h() * factorY));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * Where something was first seen. What comes in over an edge of the picture is seen more and more
 * of: its front has gone twice as far as the middle of what is seen, and that is how far it came.
 */
record Entrance(Box first, Box picture) {

  private static final double AT_EDGE_PX = 2;

  /** Whether it was seen to come in. */
  boolean isAtEdge() {
    return first.x() < AT_EDGE_PX
        || first.y() < AT_EDGE_PX
        || first.right() > picture.w() - AT_EDGE_PX
        || first.bottom() > picture.h() - AT_EDGE_PX;
  }

  /** How far its front has come in, in pixels; 0 for what was first seen away from the edges. */
  double cameIn(Box now) {
    double came = 0;
    if (first.x() < AT_EDGE_PX) {
      came = Math.max(came, now.right() - first.right());
    }
    if (first.y() < AT_EDGE_PX) {
      came = Math.max(came, now.bottom() - first.bottom());
    }
    if (first.right() > picture.w() - AT_EDGE_PX) {
      came = Math.max(came, first.x() - now.x());
    }
    if (first.bottom() > picture.h() - AT_EDGE_PX) {
      came = Math.max(came, first.y() - now.y());
    }
    return came;
  }
}

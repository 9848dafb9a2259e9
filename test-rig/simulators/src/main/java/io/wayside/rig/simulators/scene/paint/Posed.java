// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import io.wayside.rig.simulators.scene.shape.Face;
import io.wayside.rig.simulators.scene.traffic.Mover;
import io.wayside.rig.simulators.scene.view.Vec;
import java.util.List;

/** A body where it is at one moment. */
final class Posed {

  private final Mover mover;
  private final double beyondS;
  private final Vec forward;
  private final Vec left;
  private final Vec place;

  /**
   * Poses it.
   *
   * @param beyondS how long after the last step of the traffic
   */
  Posed(Mover mover, double beyondS) {
    this.mover = mover;
    this.beyondS = beyondS;
    double along = mover.yMps();
    double across = mover.xMps();
    double speed = Math.hypot(along, across);
    this.forward =
        speed < 0.3 ? new Vec(0, mover.way().sign(), 0) : new Vec(across / speed, along / speed, 0);
    this.left = new Vec(-forward.y(), forward.x(), 0);
    this.place = new Vec(mover.xM() + across * this.beyondS, mover.yM() + along * this.beyondS, 0);
  }

  Mover mover() {
    return mover;
  }

  Vec forward() {
    return forward;
  }

  Vec left() {
    return left;
  }

  Vec place() {
    return place;
  }

  Vec velocity() {
    return new Vec(mover.xMps(), mover.yMps(), 0);
  }

  Vec at(Vec local) {
    return place
        .plus(forward.times(local.x()))
        .plus(left.times(local.y()))
        .plus(new Vec(0, 0, local.z()));
  }

  Vec turned(Vec local) {
    return forward.times(local.x()).plus(left.times(local.y())).plus(new Vec(0, 0, local.z()));
  }

  List<Vec> corners(Face face) {
    return face.corners().stream().map(this::at).toList();
  }
}

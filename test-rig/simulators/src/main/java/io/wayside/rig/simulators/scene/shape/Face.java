// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.shape;

import io.wayside.rig.simulators.scene.view.Vec;
import java.util.List;

/**
 * A flat convex face, its corners anticlockwise for who looks at it from outside.
 *
 * @param corners in metres: x forwards from the vehicle's middle, y to its left, z up
 */
public record Face(List<Vec> corners, Material material) {

  public Face {
    corners = List.copyOf(corners);
  }

  /** Outwards, one metre long. */
  public Vec normal() {
    Vec first = corners.get(1).minus(corners.get(0));
    Vec second = corners.get(2).minus(corners.get(1));
    Vec normal = first.cross(second);
    double length = normal.length();
    return length < 1e-12 ? new Vec(0, 0, 1) : normal.times(1 / length);
  }
}

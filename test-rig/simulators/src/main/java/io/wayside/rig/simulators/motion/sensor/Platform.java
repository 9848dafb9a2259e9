// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import java.util.ArrayList;
import java.util.List;

/**
 * A weigh platform, from a plate for one axle to one for a whole vehicle.
 *
 * @param name of the platform
 * @param fromM where it begins along the road
 * @param lengthM along the road
 * @param widthM across the road, around the lane's middle
 * @param rows rows of cells along it: the first at its beginning, the last at its end; one row
 *     stands for cells whose sum alone is measured along the road
 * @param sides 2 for left and right cells, 1 for their sum
 * @param naturalHz of the platform with a usual load
 * @param dampingRatio of the same
 * @param creepShare what a standing load shows more after a long time
 * @param creepS time constant of that
 * @param electronics of each cell
 */
public record Platform(
    String name,
    double fromM,
    double lengthM,
    double widthM,
    int rows,
    int sides,
    double naturalHz,
    double dampingRatio,
    double creepShare,
    double creepS,
    Electronics electronics)
    implements Sensor {
  /** Needs rows, and one or two sides. */
  public Platform {
    if (rows < 1 || sides < 1 || sides > 2 || !(lengthM > 0 && widthM > 0)) {
      throw new IllegalArgumentException(
          "Platform "
              + name
              + ": "
              + rows
              + " rows, "
              + sides
              + " sides, "
              + lengthM
              + " by "
              + widthM
              + " m; take at least one row, 1 or 2 sides, a positive size");
    }
  }

  /** Where it ends. */
  public double toM() {
    return fromM + lengthM;
  }

  /**
   * Channels {@code name.1.left}, {@code name.1.right}, {@code name.2.left} …; without the number
   * for one row, without the side for one.
   */
  @Override
  public List<Probe> probes() {
    List<Probe> probes = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      String place = rows == 1 ? name : name + "." + (row + 1);
      if (sides == 1) {
        probes.add(new CellProbe(this, place, row, 0));
      } else {
        probes.add(new CellProbe(this, place + ".left", row, 1));
        probes.add(new CellProbe(this, place + ".right", row, -1));
      }
    }
    return probes;
  }

  @Override
  public List<Line> lines() {
    return List.of(new Line(name + ".from", fromM), new Line(name + ".to", toM()));
  }
}

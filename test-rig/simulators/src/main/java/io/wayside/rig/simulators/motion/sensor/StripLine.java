// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of strips across the lane: quartz, piezo or a bending plate, by their widths and
 * electronics.
 *
 * @param name of the line
 * @param atM where it crosses the lane's middle
 * @param angleDeg 0 across the road; positive where the left end lies further on
 * @param widthM along the road
 * @param halves its strips
 * @param electronics the same kind for all of them
 * @param bend what a piezo in asphalt feels of the pavement that bends before and behind a wheel
 */
public record StripLine(
    String name,
    double atM,
    double angleDeg,
    double widthM,
    List<Half> halves,
    Electronics electronics,
    PavementBend bend)
    implements Sensor {
  /** How far the lane's halves reach to either side of its middle. */
  public static final double HALF_LANE_M = 1.75;

  /** One strip of a line: its channel and what it covers, metres left of the lane's middle. */
  public record Half(String channel, double fromM, double toM) {}

  /**
   * A straight line of a left and a right half, channels {@code name.left} and {@code name.right}.
   */
  public static StripLine halves(String name, double atM, double widthM, Electronics electronics) {
    return new StripLine(
        name,
        atM,
        0,
        widthM,
        List.of(
            new Half(name + ".left", 0, HALF_LANE_M), new Half(name + ".right", -HALF_LANE_M, 0)),
        electronics,
        PavementBend.NONE);
  }

  /** One strip over the whole lane, channel {@code name}. */
  public static StripLine whole(String name, double atM, double widthM, Electronics electronics) {
    return new StripLine(
        name,
        atM,
        0,
        widthM,
        List.of(new Half(name, -HALF_LANE_M, HALF_LANE_M)),
        electronics,
        PavementBend.NONE);
  }

  /** The same line at an angle. */
  public StripLine angled(double degrees) {
    return new StripLine(name, atM, degrees, widthM, halves, electronics, bend);
  }

  /** The same line in a pavement that bends. */
  public StripLine bending(PavementBend pavement) {
    return new StripLine(name, atM, angleDeg, widthM, halves, electronics, pavement);
  }

  /**
   * Newtons per unit and metre of a strip with that gain: what the area times speed must be times.
   */
  public double newtonsPerUnitMetre(double trueGain) {
    return 1 / (trueGain * widthM);
  }

  @Override
  public List<Probe> probes() {
    List<Probe> probes = new ArrayList<>();
    for (Half half : halves) {
      probes.add(new StripProbe(this, half));
    }
    return probes;
  }

  @Override
  public List<Line> lines() {
    return List.of(new Line(name, atM));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.view;

/** A place or a direction in metres: x to the right of the road, y along it, z up. */
public record Vec(double x, double y, double z) {

  public Vec plus(Vec other) {
    return new Vec(x + other.x, y + other.y, z + other.z);
  }

  public Vec minus(Vec other) {
    return new Vec(x - other.x, y - other.y, z - other.z);
  }

  public Vec times(double factor) {
    return new Vec(x * factor, y * factor, z * factor);
  }

  public double dot(Vec other) {
    return x * other.x + y * other.y + z * other.z;
  }

  public Vec cross(Vec other) {
    return new Vec(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  /** The same direction, one metre long. */
  public Vec unit() {
    return times(1 / length());
  }
}

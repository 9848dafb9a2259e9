// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.unit;

/** Speed in metres per second; finite. */
public record Speed(double metresPerSecond) implements Comparable<Speed> {

  public static final Speed ZERO = new Speed(0);

  public Speed {
    if (!Double.isFinite(metresPerSecond)) {
      throw new IllegalArgumentException("not a number of metres per second: " + metresPerSecond);
    }
    metresPerSecond += 0.0; // minus zero and zero are one value
  }

  public Speed plus(Speed other) {
    return new Speed(metresPerSecond + other.metresPerSecond);
  }

  public Speed minus(Speed other) {
    return new Speed(metresPerSecond - other.metresPerSecond);
  }

  public Speed times(double factor) {
    return new Speed(metresPerSecond * factor);
  }

  @Override
  public int compareTo(Speed other) {
    return Double.compare(metresPerSecond, other.metresPerSecond);
  }

  @Override
  public String toString() {
    return metresPerSecond + " m/s";
  }
}

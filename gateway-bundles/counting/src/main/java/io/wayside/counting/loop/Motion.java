// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

/**
 * How a vehicle moved over two loops: one speed from the front edges, one from the rear edges, and
 * between them an even change. Exact for even acceleration, near enough for all that is steady.
 *
 * @param frontNanos middle of the time in which the front went from loop to loop
 * @param frontMps the front's speed then
 * @param rearNanos the same of the rear
 */
record Motion(long frontNanos, double frontMps, long rearNanos, double rearMps) {

  /**
   * A vehicle whose presences overlap or follow each other as first and second.
   *
   * @param frontM how far its front goes between the two closings
   * @param rearM how far its rear goes between the two openings; another where the zones differ
   */
  static Motion of(Pulse first, Pulse second, double frontM, double rearM) {
    return new Motion(
        middle(first.onNanos(), second.onNanos()),
        frontM / ((second.onNanos() - first.onNanos()) / 1e9),
        middle(first.offNanos(), second.offNanos()),
        rearM / ((second.offNanos() - first.offNanos()) / 1e9));
  }

  /** At one speed throughout. */
  static Motion steady(long nanos, double mps) {
    return new Motion(nanos, mps, nanos + 1, mps);
  }

  double meanMps() {
    return (frontMps + rearMps) / 2;
  }

  /** How far the two speeds are apart, as the logarithm of their ratio. */
  double change() {
    return Math.abs(Math.log(frontMps / rearMps));
  }

  double mpsAt(long nanos) {
    double share = (nanos - frontNanos) / (double) (rearNanos - frontNanos);
    double mps = frontMps + share * (rearMps - frontMps);
    // Outside the two measured moments the change is not known to go on.
    return Math.min(Math.max(mps, Math.min(frontMps, rearMps)), Math.max(frontMps, rearMps));
  }

  /** How far the vehicle came between two moments. */
  double metres(long fromNanos, long toNanos) {
    return mpsAt(fromNanos / 2 + toNanos / 2) * (toNanos - fromNanos) / 1e9;
  }

  private static long middle(long a, long b) {
    return a + (b - a) / 2;
  }
}

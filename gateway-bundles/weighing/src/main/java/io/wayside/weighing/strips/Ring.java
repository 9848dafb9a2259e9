// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

/** The last samples of one channel, found by their number. */
final class Ring {

  private final double[] samples;
  private final int mask;
  private long next;

  Ring(int atLeast) {
    int size = Integer.highestOneBit(Math.max(2, atLeast - 1)) << 1;
    samples = new double[size];
    mask = size - 1;
  }

  void put(double sample) {
    samples[(int) next & mask] = sample;
    next++;
  }

  /** Number of the sample that comes next. */
  long next() {
    return next;
  }

  /** Passes over samples that were lost. */
  void skip(long lost) {
    next += lost;
  }

  double at(long number) {
    return samples[(int) number & mask];
  }

  /** The oldest sample still there. */
  long oldest() {
    return Math.max(0, next - samples.length);
  }

  int size() {
    return samples.length;
  }
}

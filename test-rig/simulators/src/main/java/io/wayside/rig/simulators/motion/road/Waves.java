// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.road;

/**
 * A sum of sines whose periods divide one length, evaluated at a power of two of points at once.
 */
final class Waves {
  private final double[] real;
  private final double[] imaginary;

  Waves(int points) {
    if (Integer.bitCount(points) != 1) {
      throw new IllegalArgumentException("Waves: " + points + " points; take a power of two");
    }
    this.real = new double[points];
    this.imaginary = new double[points];
  }

  /** Adds {@code height sin(2 pi cycles i / points + phase)}. */
  void addSine(int cycles, double height, double phase) {
    // sin(a + p) is the real part of (sin p - i cos p) e^(ia)
    real[cycles] += height * Math.sin(phase);
    imaginary[cycles] -= height * Math.cos(phase);
  }

  /** The sum at all points; to be asked once. */
  double[] values() {
    reorder();
    int points = real.length;
    for (int span = 2; span <= points; span <<= 1) {
      for (int k = 0; k < span / 2; k++) {
        double cos = Math.cos(2 * Math.PI * k / span);
        double sin = Math.sin(2 * Math.PI * k / span);
        for (int i = k; i < points; i += span) {
          butterfly(i, i + span / 2, cos, sin);
        }
      }
    }
    return real;
  }

  private void butterfly(int a, int b, double cos, double sin) {
    double re = real[b] * cos - imaginary[b] * sin;
    double im = real[b] * sin + imaginary[b] * cos;
    real[b] = real[a] - re;
    imaginary[b] = imaginary[a] - im;
    real[a] += re;
    imaginary[a] += im;
  }

  private void reorder() {
    int points = real.length;
    int shift = Integer.SIZE - Integer.numberOfTrailingZeros(points);
    for (int i = 1; i < points; i++) {
      int j = Integer.reverse(i) >>> shift;
      if (j > i) {
        swap(real, i, j);
        swap(imaginary, i, j);
      }
    }
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}

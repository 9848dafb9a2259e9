// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

/** Smooth noise over a plane; the same seed gives the same. */
final class Noise {

  private final long seed;

  Noise(long seed) {
    this.seed = seed;
  }

  /** From 0 to 1, smooth over about one unit. */
  double at(double x, double y) {
    long x0 = (long) Math.floor(x);
    long y0 = (long) Math.floor(y);
    double fx = smooth(x - x0);
    double fy = smooth(y - y0);
    double low = lattice(x0, y0) + fx * (lattice(x0 + 1, y0) - lattice(x0, y0));
    double high = lattice(x0, y0 + 1) + fx * (lattice(x0 + 1, y0 + 1) - lattice(x0, y0 + 1));
    return low + fy * (high - low);
  }

  /** Several sizes of it over each other, each half as large and half as strong. */
  double octaves(double x, double y, int count) {
    double sum = 0;
    double weight = 0.5;
    double all = 0;
    for (int i = 0; i < count; i++) {
      sum += weight * at(x * (1 << i) + 17 * i, y * (1 << i) - 31 * i);
      all += weight;
      weight /= 2;
    }
    return sum / all;
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  private double lattice(long x, long y) {
    long h = seed + x * 0x9e3779b97f4a7c15L + y * 0xc2b2ae3d27d4eb4fL;
    h = (h ^ (h >>> 31)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    return ((h ^ (h >>> 31)) >>> 11) * 0x1.0p-53;
  }
}

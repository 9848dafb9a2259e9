// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

/** Light as it falls on the sensor, linear, row by row. */
final class Canvas {

  final int width;
  final int height;
  final float[] red;
  final float[] green;
  final float[] blue;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.red = new float[width * height];
    this.green = new float[width * height];
    this.blue = new float[width * height];
  }

  void add(int i, double r, double g, double b) {
    red[i] += (float) r;
    green[i] += (float) g;
    blue[i] += (float) b;
  }

  /** Lays a colour over a pixel. */
  void blend(int i, float r, float g, float b, float share) {
    red[i] += share * (r - red[i]);
    green[i] += share * (g - green[i]);
    blue[i] += share * (b - blue[i]);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.picture;

import java.util.regex.Pattern;

/** A polygon in pixels; it may be concave, and is closed by itself. */
@SuppressWarnings("ArrayRecordComponent") // bytes by the million; nobody compares them
public record Polygon(double[] x, double[] y) {

  private static final Pattern BETWEEN = Pattern.compile("[\\s;]+");

  /** Of words such as {@code 0,0 120,0 120,40}. */
  public static Polygon parse(String text) {
    String[] corners = BETWEEN.split(text.strip(), -1);
    if (corners.length < 3) {
      throw wrong(text);
    }
    double[] x = new double[corners.length];
    double[] y = new double[corners.length];
    for (int i = 0; i < corners.length; i++) {
      String[] pair = corners[i].split(",", -1);
      if (pair.length != 2) {
        throw wrong(text);
      }
      x[i] = number(pair[0], text);
      y[i] = number(pair[1], text);
    }
    return new Polygon(x, y);
  }

  private static double number(String word, String text) {
    try {
      double value = Double.parseDouble(word);
      if (Math.abs(value) <= 1e6) {
        return value;
      }
    } catch (NumberFormatException none) {
      throw wrong(text);
    }
    throw wrong(text);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "privacy mask \""
            + text
            + "\" is no polygon: give three or more corners in pixels of the camera's own picture,"
            + " such as 0,0 120,0 120,40");
  }

  /** The same in a picture of another size. */
  Polygon scaled(double factorX, double factorY) {
    double[] sx = new double[x.length];
    double[] sy = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      sx[i] = x[i] * factorX;
      sy[i] = y[i] * factorY;
    }
    return new Polygon(sx, sy);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

/**
 * One half-line among those of the instrument.
 *
 * @param index its number, from 0, line by line
 * @param lineIndex number of its line
 * @param line the line
 * @param half the half
 */
record Detector(int index, int lineIndex, Line line, Half half) {

  /** Where a wheel in the middle of it crosses it, along the direction of travel. */
  double atM() {
    return line.atM() + half.middleM() * tangent();
  }

  /** How much further on it is crossed per metre to the left. */
  double tangent() {
    return Math.tan(Math.toRadians(line.angleDeg()));
  }

  double newtons(double area, double metresPerSample, double kmh, double degreesC) {
    double load = half.newtonsPerUnitMetre() * metresPerSample * area * half.speedFactors().at(kmh);
    return Double.isNaN(degreesC) ? load : load * half.temperatureFactors().at(degreesC);
  }
}

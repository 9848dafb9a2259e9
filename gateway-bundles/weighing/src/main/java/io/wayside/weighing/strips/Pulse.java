// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

/**
 * What one wheel left in one channel. Places in time are sample numbers, with fractions.
 *
 * @param detector which channel, as numbered by the instrument's lanes
 * @param start first sample above the threshold
 * @param end last sample above it
 * @param centre centre of gravity of the pulse
 * @param area over the baseline, unit·samples; NaN when it could not be measured
 * @param areaNoise standard deviation of the area from the noise
 * @param peak over the baseline, units
 * @param halfWidth at half the peak, samples
 * @param footWidth at a tenth of the peak, samples
 * @param clipped the converter was full
 * @param stuck the wheel did not leave in time: it stands, or the baseline jumped
 */
record Pulse(
    int detector,
    long start,
    long end,
    double centre,
    double area,
    double areaNoise,
    double peak,
    double halfWidth,
    double footWidth,
    boolean clipped,
    boolean stuck) {

  static Pulse stuck(int detector, long start, long end, double peak) {
    double centre = (start + end) / 2.0;
    double width = end - start;
    return new Pulse(
        detector, start, end, centre, Double.NaN, Double.NaN, peak, width, width, false, true);
  }

  /** Two peaks of one wheel: tread blocks, skewed dual tyres. */
  Pulse and(Pulse other) {
    double sum = area + other.area;
    double middle = (centre * area + other.centre * other.area) / sum;
    long first = Math.min(start, other.start);
    long last = Math.max(end, other.end);
    return new Pulse(
        detector,
        first,
        last,
        sum > 0 ? middle : (centre + other.centre) / 2,
        sum,
        Math.hypot(areaNoise, other.areaNoise),
        Math.max(peak, other.peak),
        Math.max(halfWidth, other.halfWidth),
        last - first,
        clipped || other.clipped,
        stuck || other.stuck);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/**
 * When an aid is hit or leans.
 *
 * @param tiltDeg more than this from upright is tilted, by the median of five reports
 * @param blowDeg a change by more than this from one five to the next is a blow
 * @param struckNanos so long it counts as struck
 */
public record BodyRules(double tiltDeg, double blowDeg, long struckNanos) {

  /** A buoy rolls; what stands on the ground does not. */
  public static BodyRules floating() {
    return new BodyRules(25, 20, Span.DAY);
  }

  public static BodyRules fixed() {
    return new BodyRules(5, 3, Span.DAY);
  }
}

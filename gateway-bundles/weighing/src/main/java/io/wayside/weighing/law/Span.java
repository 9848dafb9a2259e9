// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.vehicle.Range;

/** A figure that is known to lie between two others; both the same when it is known. */
record Span(double low, double high) {

  /** Nothing is known. */
  static final Span UNKNOWN = new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  static Span of(double known) {
    return new Span(known, known);
  }

  boolean isKnown() {
    return low == high;
  }

  boolean isUnknown() {
    return Double.isInfinite(low) && Double.isInfinite(high);
  }

  boolean mayBeIn(Range range) {
    return range.touches(low, high);
  }

  Span plus(Span other) {
    return new Span(low + other.low, high + other.high);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Locale;
import java.util.Optional;

/**
 * From one number to another. In documents {@code from} and {@code to} belong to it, {@code above}
 * and {@code below} do not; what is missing is no bound.
 */
public record Range(double low, boolean lowIncluded, double high, boolean highIncluded) {

  /** Every number. */
  public static final Range ANY =
      new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

  /** Both ends included. */
  public static Range of(double low, double high) {
    return new Range(low, true, high, true);
  }

  public static Range from(Node node) throws GarbledData {
    node.only("from", "above", "to", "below");
    Optional<Node> from = node.optional("from");
    Optional<Node> above = node.optional("above");
    Optional<Node> to = node.optional("to");
    Optional<Node> below = node.optional("below");
    if ((from.isPresent() && above.isPresent()) || (to.isPresent() && below.isPresent())) {
      throw node.wrong("has two lower or two upper ends; keep one of each");
    }
    Optional<Node> low = from.or(() -> above);
    Optional<Node> high = to.or(() -> below);
    Range range =
        new Range(
            low.isPresent() ? low.get().number() : Double.NEGATIVE_INFINITY,
            above.isEmpty(),
            high.isPresent() ? high.get().number() : Double.POSITIVE_INFINITY,
            below.isEmpty());
    if (range.low > range.high) {
      throw node.wrong("begins above its end");
    }
    return range;
  }

  public boolean contains(double x) {
    return touches(x, x);
  }

  /** Whether any number from {@code least} to {@code most} belongs to it. */
  public boolean touches(double least, double most) {
    boolean reachesLow = lowIncluded ? most >= low : most > low;
    boolean reachesHigh = highIncluded ? least <= high : least < high;
    return reachesLow && reachesHigh;
  }

  /** The same range in another unit. */
  public Range times(double factor) {
    return new Range(low * factor, lowIncluded, high * factor, highIncluded);
  }

  /** Such as {@code 3.2 to 4.5} or {@code above 4.5}. */
  @Override
  public String toString() {
    if (Double.isInfinite(low)) {
      return Double.isInfinite(high) ? "any" : (highIncluded ? "at most " : "below ") + plain(high);
    }
    String start = (lowIncluded ? "from " : "above ") + plain(low);
    return Double.isInfinite(high)
        ? start
        : start + (highIncluded ? " to " : " to below ") + plain(high);
  }

  static String plain(double x) {
    return x == Math.rint(x) && Math.abs(x) < 1e15
        ? Long.toString((long) x)
        : String.format(Locale.ROOT, "%.3f", x).replaceFirst("0+$", "");
  }
}

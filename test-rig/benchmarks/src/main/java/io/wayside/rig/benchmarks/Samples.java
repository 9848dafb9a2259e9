// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What several runs gave. */
public final class Samples {

  private final List<Double> values = new ArrayList<>();

  public void add(double value) {
    values.add(value);
  }

  public int count() {
    return values.size();
  }

  /** The middle value; the mean of the two middle ones when the number is even. */
  public double median() {
    if (values.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The largest value. */
  public double largest() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}

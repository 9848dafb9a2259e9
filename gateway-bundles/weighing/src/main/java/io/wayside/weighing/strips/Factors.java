// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A factor that depends on something measured: straight lines between points, level outside. */
public final class Factors {

  /** One, whatever the argument. */
  static final Factors ONE = new Factors(new double[] {0}, new double[] {1});

  private final double[] at;
  private final double[] factor;

  private Factors(double[] at, double[] factor) {
    this.at = at;
    this.factor = factor;
  }

  /** A list of pairs in rising order, or nothing for one. */
  static Factors from(Optional<Node> table) throws GarbledData {
    if (table.isEmpty()) {
      return ONE;
    }
    List<Node> rows = table.get().elements();
    if (rows.isEmpty()) {
      throw table.get().wrong("must have at least one pair such as [80, 1.0]");
    }
    double[] at = new double[rows.size()];
    double[] factor = new double[rows.size()];
    for (int i = 0; i < at.length; i++) {
      double[] pair = rows.get(i).numbers();
      if (pair.length != 2 || pair[1] <= 0 || (i > 0 && pair[0] <= at[i - 1])) {
        throw rows.get(i)
            .wrong(
                "must be a pair [argument, factor above zero], arguments rising from pair to pair");
      }
      at[i] = pair[0];
      factor[i] = pair[1];
    }
    return new Factors(at, factor);
  }

  public double at(double argument) {
    if (at.length == 1 || argument <= at[0]) {
      return factor[0];
    }
    int last = at.length - 1;
    if (argument >= at[last]) {
      return factor[last];
    }
    int found = Arrays.binarySearch(at, argument);
    if (found >= 0) {
      return factor[found];
    }
    int above = -found - 1;
    double share = (argument - at[above - 1]) / (at[above] - at[above - 1]);
    return factor[above - 1] + share * (factor[above] - factor[above - 1]);
  }

  /** Whether the argument plays no part. */
  boolean isConstant() {
    return at.length == 1;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the records of one importance in one stream were thinned; immutable.
 *
 * <p>Each pass takes every second record of what the passes before left and spares the others. An
 * earlier pass goes on to the end of what may be thinned before a later one begins, so that an
 * outage is equally coarse everywhere; after the last pass one record in 64 is left.
 *
 * @param passes the first, the second …
 */
record Passes(List<Pass> passes) {

  static final int MOST = 6;

  /**
   * One pass.
   *
   * @param reached it looked at all records up to here
   * @param spared the last record it spared, 0 when none
   * @param spares whether it spares the next one it meets
   */
  record Pass(long reached, long spared, boolean spares) {
    static Pass fresh() {
      return new Pass(0, 0, true);
    }
  }

  /** A pass to go on with: what it looks at comes after {@code from}, up to {@code to}. */
  record Due(int pass, long from, long to) {}

  Passes {
    passes = List.copyOf(passes);
  }

  static Passes none() {
    return new Passes(List.of());
  }

  Pass pass(int number) {
    return number <= passes.size() ? passes.get(number - 1) : Pass.fresh();
  }

  /**
   * The earliest pass with anything left to look at; null when there is none.
   *
   * @param anchor number before the first record that is kept
   * @param limit number of the last record that may be thinned
   */
  @Nullable Due due(long anchor, long limit) {
    long to = limit;
    for (int number = 1; number <= MOST; number++) {
      Pass pass = pass(number);
      long from = Math.max(anchor, pass.reached);
      if (from < to) {
        return new Due(number, from, to);
      }
      to = Math.min(limit, pass.spared);
    }
    return null;
  }

  Passes with(int number, Pass pass) {
    List<Pass> changed = new ArrayList<>(passes);
    while (changed.size() < number) {
      changed.add(Pass.fresh());
    }
    changed.set(number - 1, pass);
    return new Passes(changed);
  }
}

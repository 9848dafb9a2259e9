// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

/** How many of the last 64 things were bad. */
final class Recent {

  static final int SIZE = 64;

  private long bad;
  private int seen;

  void add(boolean isBad) {
    bad = bad << 1 | (isBad ? 1 : 0);
    seen = Math.min(seen + 1, SIZE);
  }

  void clear() {
    bad = 0;
    seen = 0;
  }

  int bad() {
    return Long.bitCount(bad);
  }

  /** Whether at least this share was bad, once a quarter of the room is filled. */
  boolean atLeast(double share) {
    return seen >= SIZE / 4 && bad() >= share * seen;
  }
}

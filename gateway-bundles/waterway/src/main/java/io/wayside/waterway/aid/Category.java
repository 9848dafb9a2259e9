// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

import java.util.Arrays;
import java.util.Optional;

/** How much of the time an aid should do its duty, over three years (IALA). */
public enum Category {
  ONE(1, 0.998),
  TWO(2, 0.990),
  THREE(3, 0.970);

  private final int number;
  private final double share;

  Category(int number, double share) {
    this.number = number;
    this.share = share;
  }

  /** As records and tables write it. */
  public int number() {
    return number;
  }

  public static Optional<Category> of(long number) {
    return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
  }

  /** Wanted share of the time, 0 to 1. */
  public double share() {
    return share;
  }
}

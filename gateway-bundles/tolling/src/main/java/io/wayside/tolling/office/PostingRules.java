// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import java.time.Duration;

/**
 * How fast and how patiently is posted.
 *
 * @param most records of one lane kept in memory
 * @param range records in one request
 * @param perSecond records a second in the long run
 * @param burst records at once after a rest
 * @param firstRetry after the first failure; it doubles from there
 * @param lastRetry at most
 */
public record PostingRules(
    int most, int range, double perSecond, int burst, Duration firstRetry, Duration lastRetry) {

  public static final PostingRules USUAL =
      new PostingRules(200, 50, 50, 100, Duration.ofSeconds(2), Duration.ofMinutes(5));

  public PostingRules {
    if (most < 1 || range < 1 || !(perSecond > 0) || burst < 1 || firstRetry.isNegative()) {
      throw new IllegalArgumentException(
          "posting needs room, ranges, a pace and a burst of at least 1: "
              + most
              + ", "
              + range
              + ", "
              + perSecond
              + ", "
              + burst);
    }
  }
}

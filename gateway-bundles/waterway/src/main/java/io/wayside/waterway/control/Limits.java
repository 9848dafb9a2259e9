// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.water.Lantern.Fallback;
import java.time.Duration;

/**
 * What a site allows, and how patient control is.
 *
 * @param usualLease of an order that names none; never of dark
 * @param longestLease that an order may have
 * @param longestDark that an order of dark may have
 * @param again between attempts at a device that does not answer
 * @param linkPatience how long a device that holds an order may be out of reach
 * @param repeat how often an order in force is told anew; zero: never
 * @param standingLease of what rules want, told anew at half of it
 * @param settle how long the light input needs, beside two periods, to be sure; sampling included
 * @param reassure how often a lantern that holds what it was told last is released anew
 * @param centreGone how long there may be no way to the centre before orders that came by it end
 */
public record Limits(
    Duration usualLease,
    Duration longestLease,
    Duration longestDark,
    Duration again,
    Duration linkPatience,
    Duration repeat,
    Duration standingLease,
    Duration settle,
    Duration reassure,
    Duration centreGone,
    Fallback fallback) {

  public Limits {
    if (usualLease.compareTo(longestLease) > 0 || longestDark.compareTo(longestLease) > 0) {
      throw new IllegalArgumentException(
          "a usual lease of "
              + usualLease
              + " and dark of "
              + longestDark
              + " must fit within the"
              + " longest lease, "
              + longestLease);
    }
  }

  /** As a site that says nothing has them. */
  public static Limits usual(Fallback fallback) {
    return new Limits(
        Duration.ofHours(1),
        Duration.ofHours(12),
        Duration.ofHours(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        Duration.ofMinutes(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(10),
        Duration.ofMinutes(15),
        fallback);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book;

import java.time.Duration;
import java.time.Instant;

/**
 * How old a list may become.
 *
 * @param alarm from this age people are told (T1)
 * @param stale from this age the site decides as it does for lists that are old (T2)
 */
public record AgeLimits(Duration alarm, Duration stale) {

  /** A quarter of an hour and a day. */
  public static final AgeLimits USUAL = new AgeLimits(Duration.ofMinutes(15), Duration.ofDays(1));

  /** What an age means. */
  public enum Age {
    FRESH,
    ALARM,
    STALE
  }

  public AgeLimits {
    if (alarm.isNegative() || stale.compareTo(alarm) < 0) {
      throw new IllegalArgumentException(
          "lists cannot be stale after " + stale + ", before the alarm after " + alarm);
    }
  }

  public Age of(ListInForce list, Instant now) {
    Duration age = age(list, now);
    if (age.compareTo(stale) >= 0) {
      return Age.STALE;
    }
    return age.compareTo(alarm) >= 0 ? Age.ALARM : Age.FRESH;
  }

  /** Since when it was true; none when its issuer's clock is ahead of ours. */
  public static Duration age(ListInForce list, Instant now) {
    Duration age = Duration.between(list.asOf(), now);
    return age.isNegative() ? Duration.ZERO : age;
  }
}

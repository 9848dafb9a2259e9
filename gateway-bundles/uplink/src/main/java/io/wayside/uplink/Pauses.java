// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.uplink.delivery.Backoff;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** When to connect: the chances of one uplink, drawn once. */
public record Pauses(Duration firstConnectAfter, Backoff backoff, Rests rests) {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  public static Pauses draw(
      Duration firstConnectWithin, Duration longestPause, RandomGenerator random) {
    Duration cap = longestPause.compareTo(FIRST_PAUSE) > 0 ? longestPause : FIRST_PAUSE;
    return new Pauses(
        Duration.ofMillis(random.nextLong(firstConnectWithin.toMillis() + 1)),
        new Backoff(FIRST_PAUSE, cap, random),
        Rests.of(longestPause, random));
  }
}

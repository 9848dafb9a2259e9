// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.uplink.delivery.Backoff;
import io.wayside.uplink.transport.Trouble;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to rest when the broker was reached and did not want us.
 *
 * @param afterRefusal a broker that said no says no again: never hammer it
 * @param whenUnwelcome it is overloaded, has moved, or somebody else has our client id
 */
public record Rests(Duration afterRefusal, Duration whenUnwelcome) {

  private static final Duration LEAST_WHEN_UNWELCOME = Duration.ofSeconds(60);

  /** Half to all of the longest pause, and never less than a minute when unwelcome. */
  static Rests of(Duration longestPause, RandomGenerator random) {
    Duration half = longestPause.dividedBy(2);
    Duration more = Duration.ofMillis(random.nextLong(half.toMillis() + 1));
    Duration base = half.compareTo(LEAST_WHEN_UNWELCOME) > 0 ? half : LEAST_WHEN_UNWELCOME;
    return new Rests(half.plus(more), base.plus(more));
  }

  public Duration after(Trouble trouble, Backoff backoff) {
    return switch (trouble) {
      // A clock that is set or a file that is put right heals the second without the broker.
      case UNREACHABLE, INSECURE -> backoff.next();
      case REFUSED -> afterRefusal;
      case BUSY, REDIRECTED, TAKEN_OVER -> whenUnwelcome;
    };
  }
}

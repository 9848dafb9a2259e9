// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.uplink.delivery.Backoff;
import io.wayside.uplink.transport.Trouble;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * When to connect: the chances of one uplink.
 *
 * @param spread a random time within which a whole fleet spreads: what all lose at one moment, all
 *     would seek at one moment
 */
public record Pauses(Supplier<Duration> spread, Backoff backoff, Rests rests) {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  public static Pauses draw(
      Duration firstConnectWithin, Duration longestPause, RandomGenerator random) {
    Duration cap = longestPause.compareTo(FIRST_PAUSE) > 0 ? longestPause : FIRST_PAUSE;
    return new Pauses(
        () -> Duration.ofMillis(random.nextLong(firstConnectWithin.toMillis() + 1)),
        new Backoff(FIRST_PAUSE, cap, random),
        Rests.of(longestPause, random));
  }

  public Duration beforeTheFirst() {
    return spread.get();
  }

  public Duration afterFailure(Trouble trouble) {
    return rests.after(trouble, backoff);
  }

  /** After a connection that stood. */
  public Duration afterLoss(Trouble trouble) {
    Duration rest = afterFailure(trouble);
    Duration apart = spread.get();
    return rest.compareTo(apart) > 0 ? rest : apart;
  }
}

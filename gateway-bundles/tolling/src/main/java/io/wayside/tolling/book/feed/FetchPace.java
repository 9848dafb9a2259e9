// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.feed;

import io.wayside.core.device.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long is waited before it is asked again. The interval is varied by a tenth either way, so
 * that the gateways of an issuer do not knock together. Not for several threads.
 */
public final class FetchPace {

  /** Who is asked to wait for longer asks again all the same. */
  private static final Duration MOST_ASKED = Duration.ofHours(1);

  private final Duration every;
  private final RandomGenerator jitter;
  private final Backoff backoff;
  private int failures;

  /**
   * @param first wait after the first failure, doubled with each
   * @param longest wait after failures
   */
  public FetchPace(Duration every, Duration first, Duration longest, RandomGenerator jitter) {
    this.every = every;
    this.jitter = jitter;
    this.backoff = new Backoff(first.toMillis(), longest.toMillis(), jitter);
  }

  /** Before the first time: up to a tenth of the interval, since power returns to all at once. */
  public Duration begin() {
    return Duration.ofMillis(jitter.nextLong(every.toMillis() / 10 + 1));
  }

  /** After all went well. */
  public Duration afterSuccess() {
    failures = 0;
    backoff.reset();
    long tenth = every.toMillis() / 10;
    return Duration.ofMillis(every.toMillis() - tenth + jitter.nextLong(2 * tenth + 1));
  }

  /**
   * After a failure.
   *
   * @param asked for how long the office wants to be left alone
   * @param brought whether it brought a good piece of a list before: then it is soon gone on with
   */
  public Duration afterFailure(Optional<Duration> asked, boolean brought) {
    if (brought) {
      failures = 0;
      backoff.reset();
    }
    failures++;
    Duration own = Duration.ofMillis(backoff.nextMs());
    Duration wish = asked.orElse(Duration.ZERO);
    wish = wish.compareTo(MOST_ASKED) > 0 ? MOST_ASKED : wish;
    return wish.compareTo(own) > 0 ? wish : own;
  }

  /** How often it failed, one after the other. */
  public int failures() {
    return failures;
  }
}

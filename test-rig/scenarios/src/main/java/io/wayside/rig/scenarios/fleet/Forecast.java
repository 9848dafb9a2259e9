// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.uplink.delivery.Backoff;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/**
 * When a fleet too large for one machine would return: the uplink's own back-off in simulated time,
 * without a broker. What a broker takes for each connection is not in it.
 *
 * @param gateways all connected when the broker goes
 * @param outage how long it is gone
 * @param longestPause between two attempts
 * @param vain how long an attempt in vain takes: nothing where the port is closed, the connection
 *     time-out where nobody answers
 */
record Forecast(int gateways, Duration outage, Duration longestPause, Duration vain, long seed) {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1); // as in the uplink

  void run(Results results) {
    Moments tries = new Moments();
    Moments returns = new Moments();
    for (int i = 0; i < gateways; i++) {
      Backoff backoff = new Backoff(FIRST_PAUSE, longestPause, new Random(seed * 7_919 + i));
      long at = backoff.next().toNanos();
      while (at < outage.toNanos()) {
        tries.mark(at);
        at += vain.plus(backoff.next()).toNanos();
      }
      returns.mark(at);
    }
    long back = outage.toNanos();
    long[] after = returns.since(back);
    results.part("Forecast from the pauses alone, in simulated time");
    results.add("gateways", "gateways", gateways, "");
    results.add("outageS", "broker gone for", outage.toSeconds(), "s");
    results.add("firstSecondTries", "tries in the first second", firstSecond(tries, returns), "");
    results.add("vainTries", "tries in vain", tries.since(0).length, "");
    results.add("backBusiest", "busiest second when it is back", returns.busiestSecond(back), "");
    results.add("backHalfS", "half are back after", seconds(after, 0.5), "s");
    results.add("back99S", "  99 of 100", seconds(after, 0.99), "s");
    results.add("backAllS", "  all", seconds(after, 1), "s");
  }

  private static long firstSecond(Moments tries, Moments returns) {
    long second = 1_000_000_000L;
    return count(tries.since(0), second) + count(returns.since(0), second);
  }

  private static long count(long[] sorted, long before) {
    return Arrays.stream(sorted).filter(n -> n < before).count();
  }

  private static double seconds(long[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e9;
  }
}

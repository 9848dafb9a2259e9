// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.uplink.Pauses;
import io.wayside.uplink.transport.Trouble;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/**
 * When a fleet too large for one machine would return: the uplink's own pauses in simulated time,
 * without a broker. What a broker takes for each connection is not in it.
 *
 * @param gateways all connected when the broker goes
 * @param outage how long it is gone
 * @param spread within which all come back after a loss, at random
 * @param longestPause between two attempts
 * @param vain how long an attempt in vain takes: nothing where the port is closed, the connection
 *     time-out where nobody answers
 */
record Forecast(
    int gateways,
    Duration outage,
    Duration spread,
    Duration longestPause,
    Duration vain,
    long seed) {

  void run(Results results) {
    Moments tries = new Moments();
    Moments returns = new Moments();
    for (int i = 0; i < gateways; i++) {
      Pauses pauses = Pauses.draw(spread, longestPause, new Random(seed * 7_919 + i));
      long at = pauses.afterLoss(Trouble.UNREACHABLE).toNanos();
      while (at < outage.toNanos()) {
        tries.mark(at);
        at += vain.plus(pauses.afterFailure(Trouble.UNREACHABLE)).toNanos();
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

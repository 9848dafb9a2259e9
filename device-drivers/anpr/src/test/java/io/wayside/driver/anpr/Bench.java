// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;

/** Starts plate cameras as from a site document. */
final class Bench {

  /** The gateway's wall clock in these tests. */
  static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

  private static final Map<String, Object> USUAL =
      Map.of("device_id", "anpr-1", "firstRetryMs", 20, "longestRetryMs", 100);

  /** The machine's own monotonic clock; the wall clock stands, and is believed. */
  static final TimeSource TIME =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return System.nanoTime();
        }

        @Override
        public Stamp at(long monotonicNanos) {
          return new Stamp(NOW, ClockQuality.synchronisedBy("test"), "test", monotonicNanos);
        }
      };

  private Bench() {}

  static PlateCamera camera(Map<String, Object> values) {
    return new PlateCamera(
        (Config)
            Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) ->
                    values.getOrDefault(
                        method.getName(),
                        USUAL.getOrDefault(method.getName(), method.getDefaultValue()))),
        TIME);
  }

  /** Looks until it is so, for a minute at most. */
  static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > 60_000_000_000L) {
        Assertions.fail("not within a minute: " + what);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}

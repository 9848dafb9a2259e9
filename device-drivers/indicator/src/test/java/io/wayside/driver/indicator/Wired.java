// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.link.LinkService;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.serial.Links;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import org.osgi.framework.BundleContext;

/** An indicator on the real link service, configured from a map as from a site document. */
final class Wired {

  static final double INTERVAL_KG = 20;

  /** The machine's own monotonic clock. */
  static final TimeSource TIME =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return System.nanoTime();
        }

        @Override
        public Stamp at(long monotonicNanos) {
          return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "test", monotonicNanos);
        }
      };

  private Wired() {}

  static Indicator indicator(String link) {
    return indicator(link, links());
  }

  static Indicator indicator(String link, LinkService links) {
    return new Indicator(
        config(
            Map.of(
                "device_id",
                "scale-1",
                "link",
                link,
                "format",
                io.wayside.driver.indicator.codec.IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION,
                "scaleIntervalKg",
                INTERVAL_KG,
                "maxKg",
                40_000.0)),
        links,
        TIME);
  }

  /** The annotation's defaults with these values over them. */
  static Config config(Map<String, Object> values) {
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  static LinkService links() {
    BundleContext noProperties =
        (BundleContext)
            Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> null);
    return new Links(Objects.requireNonNull(noProperties));
  }

  /** Looks until it is so, for a minute at most; returns how long it took in milliseconds. */
  static long until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > 60_000_000_000L) {
        Assertions.fail("not within a minute: " + what);
      }
      LockSupport.parkNanos(1_000_000);
    }
    return (System.nanoTime() - start) / 1_000_000;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import io.wayside.core.link.LinkService;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.serial.Links;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import org.osgi.framework.BundleContext;

/** Starts converters as from a site document. */
final class Bench {

  static final double RATE_HZ = 1_000;
  static final int BLOCK = 10;
  static final long INTERVAL_NANOS = 1_000_000;

  private Bench() {}

  static Converter converter(Map<String, Object> values, TimeSource time) {
    return new Converter(config(values), links(), time);
  }

  /** The annotation's defaults with these values over them. */
  static Config config(Map<String, Object> values) {
    Map<String, Object> usual =
        Map.of(
            "device_id",
            "adc-1",
            "converter",
            "ad7192",
            "rateHz",
            RATE_HZ,
            "blockMs",
            10,
            "firstRetryMs",
            20,
            "longestRetryMs",
            100);
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, arguments) ->
                values.getOrDefault(
                    method.getName(),
                    usual.getOrDefault(method.getName(), method.getDefaultValue())));
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

  /** Looks until it is so, for a minute at most. */
  static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > 60_000_000_000L) {
        Assertions.fail("not within a minute: " + what);
      }
      LockSupport.parkNanos(500_000);
    }
  }
}

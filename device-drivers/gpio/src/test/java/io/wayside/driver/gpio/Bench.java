// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;

/** Configurations as from a site document. */
final class Bench {

  private Bench() {}

  static ContactConfig contact(Map<String, Object> values) {
    return config(ContactConfig.class, values);
  }

  static OutputConfig output(Map<String, Object> values) {
    return config(OutputConfig.class, values);
  }

  /** The annotation's defaults with these values over them. */
  private static <C> C config(Class<C> type, Map<String, Object> values) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue())));
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

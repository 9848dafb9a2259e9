// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;

/** Starts cameras as from a site document. */
public final class Bench {

  private static final Map<String, Object> USUAL =
      Map.of(
          "device_id", "cam-1", "firstRetryMs", 20, "longestRetryMs", 100, "silentAfterMs", 2_000);

  private Bench() {}

  static Camera camera(Map<String, Object> values) {
    return new Camera(config(values), new MachineTime());
  }

  /** The annotation's defaults with these values over them. */
  static Config config(Map<String, Object> values) {
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, arguments) ->
                values.getOrDefault(
                    method.getName(),
                    USUAL.getOrDefault(method.getName(), method.getDefaultValue())));
  }

  /** Looks until it is so, for a minute at most. */
  public static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > 60_000_000_000L) {
        Assertions.fail("not within a minute: " + what);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}

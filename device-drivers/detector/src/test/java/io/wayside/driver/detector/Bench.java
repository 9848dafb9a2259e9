// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.link.LinkService;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.modbus.Lines;
import io.wayside.driver.modbus.ModbusDevice;
import io.wayside.driver.serial.Links;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import org.osgi.framework.BundleContext;

/** Starts devices as from a site document, on the real link service. */
public final class Bench {

  public static final Path CONFIG = Path.of("../../config");

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

  private Bench() {}

  /** A profile that ships. */
  public static Node profile(String name) {
    try {
      return Node.read(name, Files.readString(CONFIG.resolve("cards").resolve(name + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GarbledData e) {
      throw new AssertionError(e);
    }
  }

  /** The annotation's defaults with these values over them. */
  static <C> C config(Class<C> type, Map<String, Object> values) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue())));
  }

  /** The driver of registers as the site has it; its configuration is its own affair. */
  static ModbusDevice modbus(String link) {
    Map<String, Object> values =
        Map.of(
            "device_id", "modbus-1",
            "link", link,
            "answerWithinMs", 150,
            "attempts", 2,
            "firstRetryMs", 20,
            "longestRetryMs", 100);
    Constructor<?> made =
        Arrays.stream(ModbusDevice.class.getConstructors())
            .filter(each -> each.getParameterCount() == 3)
            .findFirst()
            .orElseThrow();
    try {
      Object config = config(made.getParameterTypes()[0], values);
      return (ModbusDevice) made.newInstance(config, new Lines(links(), TIME), TIME);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the driver of registers cannot be made here", e);
    }
  }

  static LinkService links() {
    return new Links(context());
  }

  private static BundleContext context() {
    return (BundleContext)
        Objects.requireNonNull(
            Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> null));
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

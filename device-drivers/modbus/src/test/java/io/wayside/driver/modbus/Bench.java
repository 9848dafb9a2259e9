// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.link.LinkService;
import io.wayside.driver.serial.Links;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.osgi.framework.BundleContext;

/** Starts devices as from a site document, on the real link service. */
final class Bench {

  static final MachineTime TIME = new MachineTime();

  private Bench() {}

  static ModbusDevice device(Lines lines, String link, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>();
    values.put("device_id", "transmitter-1");
    values.put("link", link);
    values.put("answerWithinMs", 150);
    values.put("firstRetryMs", 20);
    values.put("longestRetryMs", 100);
    values.putAll(more);
    return new ModbusDevice(config(values), lines, TIME);
  }

  static Lines lines() {
    return new Lines(links(), TIME);
  }

  static ContactConfig contact(Map<String, Object> values) {
    return config(ContactConfig.class, values);
  }

  static OutputConfig output(Map<String, Object> values) {
    return config(OutputConfig.class, values);
  }

  static Config config(Map<String, Object> values) {
    return config(Config.class, values);
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

  private static LinkService links() {
    BundleContext noProperties =
        (BundleContext)
            Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> null);
    return new Links(Objects.requireNonNull(noProperties));
  }

  static void awaitAnswers(ModbusDevice device) {
    until(() -> "the device answers: " + device.health(), () -> answers(device));
  }

  static boolean answers(ModbusDevice device) {
    try {
      return device.read(Table.HOLDING_REGISTERS, 0, 1).length == 1;
    } catch (DeviceException notYet) {
      return false;
    }
  }

  /** Looks until it is so, for a minute at most. */
  static void until(String what, BooleanSupplier condition) {
    until(() -> what, condition);
  }

  private static void until(Supplier<String> what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > 60_000_000_000L) {
        Assertions.fail("not within a minute: " + what.get());
      }
      LockSupport.parkNanos(500_000);
    }
  }
}

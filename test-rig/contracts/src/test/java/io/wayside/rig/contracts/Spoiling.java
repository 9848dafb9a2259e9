// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.Device;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Breaks one promise of a device, for the tests that see a suite fail. Suites run one after the
 * other in one thread, so that one static place is enough.
 */
final class Spoiling {

  /** What a call would do. */
  interface Call {
    Object go(Object... arguments) throws Throwable;
  }

  /** Does something else instead of a method of a device, given its true behaviour. */
  interface Fault {
    Object instead(Call call, Object[] arguments) throws Throwable;
  }

  private static Map<String, Fault> active = Map.of();

  private Spoiling() {}

  /** From now on the named methods of devices do this instead. */
  static void with(Map<String, Fault> faults) {
    active = Map.copyOf(faults);
  }

  /** What happens beside a device's methods, unless a fault of that name is active. */
  static void unlessSpoilt(String name, Runnable truth) {
    if (!active.containsKey(name)) {
      truth.run();
    }
  }

  static Duration deadline() {
    return active.isEmpty() ? Duration.ofSeconds(60) : Duration.ofMillis(150);
  }

  /** The device, spoiled when a fault is active. */
  static <D> D spoil(D device, Class<D> contract) {
    Map<String, Fault> faults = active;
    if (faults.isEmpty()) {
      return device;
    }
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    for (Class<?> c = device.getClass(); c != null; c = c.getSuperclass()) {
      interfaces.addAll(Set.of(c.getInterfaces()));
    }
    Object proxy =
        Proxy.newProxyInstance(
            Device.class.getClassLoader(),
            interfaces.stream().filter(i -> !i.isSealed()).toArray(Class<?>[]::new),
            (self, method, arguments) -> {
              Call truth =
                  given -> {
                    try {
                      return method.invoke(device, given);
                    } catch (InvocationTargetException thrown) {
                      throw thrown.getCause();
                    }
                  };
              Fault fault = faults.get(method.getName());
              return fault == null ? truth.go(arguments) : fault.instead(truth, arguments);
            });
    return contract.cast(proxy);
  }
}

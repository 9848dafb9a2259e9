// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a component of the gateway as Declarative Services does: its configuration annotation is
 * filled from properties, with the defaults it declares, and handed to the constructor with the
 * services (OSGi Compendium, 112.8.2).
 */
public final class Assembled {

  private Assembled() {}

  public static <T> T make(Class<T> component, Map<String, Object> properties, Object... services)
      throws Wrong {
    for (Constructor<?> constructor : component.getConstructors()) {
      Class<?>[] types = constructor.getParameterTypes();
      if (types.length == services.length + 1 && types[0].isAnnotation() && fit(types, services)) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(configuration(types[0], properties));
        arguments.addAll(Arrays.asList(services));
        return make(component, constructor, arguments.toArray());
      }
    }
    throw new IllegalArgumentException(component + " has no constructor for these services");
  }

  private static boolean fit(Class<?>[] types, Object... services) {
    for (int i = 0; i < services.length; i++) {
      if (!types[i + 1].isInstance(services[i])) {
        return false;
      }
    }
    return true;
  }

  private static <T> T make(Class<T> component, Constructor<?> constructor, Object... arguments)
      throws Wrong {
    try {
      return component.cast(constructor.newInstance(arguments));
    } catch (InvocationTargetException refused) {
      Throwable why = refused.getCause();
      throw new Wrong(String.valueOf(why == null ? refused : why.getMessage()));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(component + " cannot be made", impossible);
    }
  }

  static <C> C configuration(Class<C> type, Map<String, Object> properties) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> value(method, properties)));
  }

  /** {@code device_id} is the property {@code device.id}. */
  private static Object value(Method method, Map<String, Object> properties) {
    Object given = properties.get(method.getName().replace('_', '.'));
    Object value = given == null ? method.getDefaultValue() : given;
    return converted(value, method.getReturnType());
  }

  private static Object converted(@Nullable Object value, Class<?> type) {
    if (type.isArray()) {
      int length = value == null ? 0 : Array.getLength(value);
      Object all = Array.newInstance(type.getComponentType(), length);
      for (int i = 0; i < length; i++) {
        Array.set(all, i, Array.get(value, i));
      }
      return all;
    }
    if (type.isEnum() && value instanceof String name) {
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(name)) {
          return constant;
        }
      }
    }
    return value == null ? "" : value;
  }
}

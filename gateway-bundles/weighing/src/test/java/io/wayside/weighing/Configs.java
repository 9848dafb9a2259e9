// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Configurations with the defaults the annotation gives. */
final class Configs {

  private Configs() {}

  static StaticConfig with(Object... namesAndValues) {
    Map<String, Object> given = new HashMap<>();
    given.put("station_id", "lane-1");
    given.put("scaleDevice", "scale-1");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return (StaticConfig)
        Proxy.newProxyInstance(
            Configs.class.getClassLoader(),
            new Class<?>[] {StaticConfig.class},
            (proxy, method, arguments) ->
                given.getOrDefault(method.getName(), method.getDefaultValue()));
  }
}

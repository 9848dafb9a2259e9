// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Configurations as from a site document. */
final class CounterConfigs {

  private CounterConfigs() {}

  /** The annotation's defaults with these values over them. */
  static LoopCounterConfig of(Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>();
    values.put("station_id", "lane-2");
    values.put("leadContact", "loop-1");
    values.put("timeZone", "UTC");
    values.putAll(more);
    return (LoopCounterConfig)
        Proxy.newProxyInstance(
            LoopCounterConfig.class.getClassLoader(),
            new Class<?>[] {LoopCounterConfig.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }
}

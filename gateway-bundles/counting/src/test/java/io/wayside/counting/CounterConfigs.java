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
    return made(LoopCounterConfig.class, values);
  }

  /** A camera counter's, in the same way. */
  static CameraCounterConfig camera(Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>();
    values.put("station_id", "count-1");
    values.put("camera", "cam-1");
    values.put("lines", "lines.json");
    values.put("timeZone", "UTC");
    values.putAll(more);
    return made(CameraCounterConfig.class, values);
  }

  private static <T> T made(Class<T> type, Map<String, Object> values) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue())));
  }
}

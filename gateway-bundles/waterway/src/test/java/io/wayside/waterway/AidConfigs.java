// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.waterway.aid.Convention;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.mark.Mark;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Configurations as from a site document. */
final class AidConfigs {

  private AidConfigs() {}

  /** A lateral buoy in the Red River delta with these values over it. */
  static AidConfig of(Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>();
    values.put("station_id", "buoy-7");
    values.put("mark", Mark.LEFT_BANK);
    values.put("footing", Footing.FLOATING);
    values.put("convention", Convention.QCVN_39);
    values.put("chartedLatitudeDeg", 20.5);
    values.put("chartedLongitudeDeg", 106.6);
    values.put("character", "Fl G 4s");
    values.put("mooringM", 18.0);
    values.put("depthAtZeroM", 6.0);
    values.put("reports", new String[] {"ais-1/mmsi:995741007"});
    values.put("timeZone", "Asia/Ho_Chi_Minh");
    values.putAll(more);
    return (AidConfig)
        Proxy.newProxyInstance(
            AidConfig.class.getClassLoader(),
            new Class<?>[] {AidConfig.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.core.data.Value;
import io.wayside.core.data.Value.Fields;
import io.wayside.core.data.Value.Many;
import io.wayside.core.data.Value.Real;
import io.wayside.rig.scenarios.weigh.SiteDocument;
import io.wayside.rig.simulators.motion.MotionSite;
import io.wayside.rig.simulators.motion.sensor.BridgeSpan;
import io.wayside.weighing.bridge.InfluenceLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The document of a bridge, as it is on a simulated site. */
final class BridgeSite {

  private BridgeSite() {}

  static BridgeSpan span(MotionSite site) {
    return SiteDocument.all(site, BridgeSpan.class).findFirst().orElseThrow();
  }

  /**
   * The document with other influence lines than those of drawings.
   *
   * @param lines by gauge, as known vehicles gave them
   */
  static Fields document(Fields nominal, Map<String, InfluenceLine> lines) {
    List<Fields> strain = new ArrayList<>();
    lines.forEach(
        (gauge, line) ->
            strain.add(
                Fields.with("channel", gauge).and("influence", new Many(points(line))).build()));
    Map<String, Value> members = new LinkedHashMap<>(nominal.values());
    members.put("strain", new Many(List.copyOf(strain)));
    return new Fields(members);
  }

  private static List<Value> points(InfluenceLine line) {
    List<Value> points = new ArrayList<>();
    for (double[] point : line.points()) {
      points.add(new Many(List.of(new Real(point[0]), new Real(point[1]))));
    }
    return points;
  }
}

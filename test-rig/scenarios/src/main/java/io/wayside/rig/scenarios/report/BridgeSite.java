// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.core.data.Value;
import io.wayside.core.data.Value.Fields;
import io.wayside.core.data.Value.Many;
import io.wayside.core.data.Value.Real;
import io.wayside.rig.simulators.motion.MotionSite;
import io.wayside.rig.simulators.motion.sensor.BridgeSpan;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import io.wayside.weighing.bridge.InfluenceLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The document of a bridge, as it is on a simulated site. */
final class BridgeSite {

  /** An axle detector answers to this load: half of a light car's axle. */
  private static final double LEAST_AXLE_N = 2000;

  private BridgeSite() {}

  static BridgeSpan span(MotionSite site) {
    return StripSite.all(site, BridgeSpan.class).findFirst().orElseThrow();
  }

  /**
   * @param lines by gauge, as known vehicles gave them
   */
  static Fields document(MotionSite site, Map<String, InfluenceLine> lines) {
    List<Fields> strain = new ArrayList<>();
    lines.forEach(
        (gauge, line) ->
            strain.add(
                Fields.with("channel", gauge).and("influence", new Many(points(line))).build()));
    return Fields.with("instrument", "simulated")
        .and("kind", "bridge")
        .and("spanM", span(site).lengthM())
        .and("strain", strain)
        .and(
            "axleDetectors",
            StripSite.all(site, StripLine.class)
                .sorted(Comparator.comparingDouble(StripLine::atM))
                .map(BridgeSite::detector)
                .toList())
        .build();
  }

  private static List<Value> points(InfluenceLine line) {
    List<Value> points = new ArrayList<>();
    for (double[] point : line.points()) {
      points.add(new Many(List.of(new Real(point[0]), new Real(point[1]))));
    }
    return points;
  }

  private static Fields detector(StripLine line) {
    return Fields.with("channel", line.halves().get(0).channel())
        .and("atM", line.atM())
        .and("threshold", LEAST_AXLE_N * line.electronics().gain())
        .build();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.data.Value;
import java.time.Duration;

/** The body of a {@code toll-ghosts/1}. */
final class HealthBody {

  private HealthBody() {}

  static Value.Fields of(LaneOrigin origin, LaneHealth health) {
    LaneHealth.Count count = health.count();
    double lengthS = Duration.between(health.from(), health.to()).toMillis() / 1e3;
    return VehicleBody.place(origin, health.shift(), false)
        .and("from", health.from().toString())
        .and("to", health.to().toString())
        .and("vehicles", count.vehicles())
        .and("withTag", count.withTag())
        .and("ghosts", count.ghosts())
        .and("holds", count.holds())
        .and("unarbitrated", count.unarbitrated())
        .and("safetyPulses", count.safetyPulses())
        .and("trailers", count.trailers())
        .and("barrierRaises", count.barrierRaises())
        .and("pictures", count.pictures())
        .and("passed", count.passed())
        .and("chargedMinor", count.chargedMinor())
        .and("readRate", share(count.withTag(), count.vehicles()))
        .and("ghostRate", share(count.ghosts(), count.ghosts() + count.withTag()))
        .and("holdRate", share(count.holds(), count.vehicles()))
        .and("decisionP50Ms", number(health.decisionP50Ms()))
        .and("decisionP99Ms", number(health.decisionP99Ms()))
        .and(
            "offlineShare",
            lengthS > 0 ? new Value.Real(health.offlineS() / lengthS) : Value.ABSENT)
        .and(
            "oldestListAgeS",
            health.oldestListAgeS() < 0 ? Value.ABSENT : number(health.oldestListAgeS()))
        .build();
  }

  /** A share of nothing is unknown, not zero. */
  private static Value share(long part, long whole) {
    return whole == 0 ? Value.ABSENT : new Value.Real((double) part / whole);
  }

  private static Value number(double number) {
    return Double.isFinite(number) ? new Value.Real(number) : Value.ABSENT;
  }
}

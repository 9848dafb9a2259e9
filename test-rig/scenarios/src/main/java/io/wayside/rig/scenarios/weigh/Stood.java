// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.Value.Fields;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.weighing.accuracy.Criterion;
import io.wayside.weighing.accuracy.Pair;
import io.wayside.weighing.accuracy.R76;
import java.util.List;
import java.util.Locale;

/**
 * What vehicles that stood on a platform were weighed as.
 *
 * @param came how many vehicles came
 * @param weighed those whose indication came to rest while they were there
 */
record Stood(
    Scenario scenario, long seed, String way, double iri, int came, List<Vehicle> weighed) {

  private static final double NEWTONS_PER_KG = PlatformPart.NEWTONS_PER_KG;

  /**
   * One of them.
   *
   * @param exactKg the deciding indication before it was rounded
   * @param indicatedKg what was indicated
   */
  record Vehicle(TrueVehicle real, double exactKg, double indicatedKg) {

    double trueKg() {
      return real.grossN() / NEWTONS_PER_KG;
    }

    double errorKg() {
      return exactKg - trueKg();
    }

    /** Error as a share of the limit at verification. */
    double ofLimit() {
      return Math.abs(errorKg()) / R76.atVerification(trueKg(), PlatformPart.INTERVAL_KG);
    }

    Pair pair() {
      return new Pair(
          Criterion.GROSS,
          real.grossN(),
          indicatedKg * NEWTONS_PER_KG,
          Pair.Vehicle.NOT_TOLD,
          real.axles().size());
    }
  }

  Stood {
    weighed = List.copyOf(weighed);
  }

  List<Pair> pairs() {
    return weighed.stream().map(Vehicle::pair).toList();
  }

  /** Largest error as a share of the limit at verification; NaN where nothing was weighed. */
  double worstOfLimit() {
    return weighed.stream().mapToDouble(Vehicle::ofLimit).max().orElse(Double.NaN);
  }

  private double worstKg() {
    return weighed.stream()
        .mapToDouble(Vehicle::errorKg)
        .reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
  }

  private double meanKg() {
    return weighed.stream().mapToDouble(Vehicle::errorKg).average().orElse(Double.NaN);
  }

  private long beyond(double limits) {
    return weighed.stream().filter(vehicle -> vehicle.ofLimit() > limits).count();
  }

  String text() {
    return String.format(
        Locale.ROOT,
        """
        %s, seed %d: in simulation, %s
          %s
          samples: %s; cells adjusted by test weights

        vehicles: %d came, %d were weighed at rest
        indication before rounding, e = %.0f kg: mean error %+.2f kg, worst %+.1f kg
          OIML R 76 class III: worst error %.2f of the limit at verification; beyond it %d, beyond \
        the limit in service %d
        """,
        scenario.name(),
        seed,
        RoadWords.of(scenario.site().road(), iri),
        scenario.description(),
        way,
        came,
        weighed.size(),
        PlatformPart.INTERVAL_KG,
        meanKg(),
        worstKg(),
        worstOfLimit(),
        beyond(1),
        beyond(2));
  }

  Fields json() {
    var fields =
        Fields.with("scenario", scenario.name())
            .and("seed", seed)
            .and("claim", "in simulation, " + RoadWords.of(scenario.site().road(), iri))
            .and("came", came)
            .and("weighed", weighed.size())
            .and("intervalKg", PlatformPart.INTERVAL_KG)
            .and("beyondVerification", beyond(1))
            .and("beyondService", beyond(2));
    if (!weighed.isEmpty()) {
      fields
          .and("meanErrorKg", meanKg())
          .and("worstErrorKg", worstKg())
          .and("worstOfLimit", worstOfLimit());
    }
    return fields.build();
  }
}

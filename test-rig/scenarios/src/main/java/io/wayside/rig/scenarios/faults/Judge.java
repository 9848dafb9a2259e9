// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.rig.scenarios.faults.Recorded.Unwatched;
import io.wayside.rig.scenarios.faults.Recorded.WeighedAxle;
import io.wayside.rig.scenarios.faults.Recorded.Weighing;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Compares what is on record with what truly happened. It knows nothing of frames or of faults.
 *
 * @param toleranceKg one scale interval and the zero offset that the lane itself has
 * @param lightestKg an axle not heavier than this need not be seen by the platform
 * @param slackNanos how much later than the truth a reading may arrive
 */
record Judge(double toleranceKg, double lightestKg, long slackNanos) {

  /** Flags by which a record says that its number of axles is in doubt. */
  static final Set<String> DOUBTS =
      Set.of(
          "possible-missed-axle",
          "possible-two-vehicles",
          "possible-reversal",
          "signal-interrupted",
          "began-unobserved",
          "started-occupied",
          "unstable");

  Verdict judge(List<TrueVehicle> truth, List<Recorded> records) {
    List<Weighing> weighings = of(Weighing.class, records);
    List<Unwatched> gaps = of(Unwatched.class, records);
    List<String> wrong = new ArrayList<>();
    for (Weighing weighing : weighings) {
      wrongMasses(weighing, truth, wrong);
      wrongGross(weighing, truth, wrong);
    }
    int passes = 0;
    int whole = 0;
    List<TrueVehicle> gone = truth.stream().filter(v -> v.leftNanos().isPresent()).toList();
    List<String> uncovered = new ArrayList<>();
    for (TrueVehicle vehicle : gone) {
      int crossed = (int) vehicle.passesKg().stream().filter(kg -> kg > lightestKg).count();
      passes += crossed;
      if (weighed(vehicle, weighings) >= crossed) {
        whole++;
      } else if (!covered(vehicle, weighings, gaps)) {
        uncovered.add(describe(vehicle) + ", on record: " + near(vehicle, records));
      }
    }
    return new Verdict(
        gone.size(),
        passes,
        whole,
        weighings.stream().mapToInt(w -> (int) masses(w)).sum(),
        weighings.size(),
        (int) weighings.stream().filter(Judge::doubted).count(),
        gaps.size(),
        wrong,
        uncovered);
  }

  private void wrongMasses(Weighing weighing, List<TrueVehicle> truth, List<String> wrong) {
    for (WeighedAxle axle : weighing.axles()) {
      if (axle.massKg().isEmpty()) {
        continue;
      }
      boolean right =
          truth.stream()
              .filter(v -> v.meets(axle.arrivedNanos(), axle.leftNanos(), slackNanos))
              .anyMatch(v -> isOneOf(v.masses(), axle.massKg().getAsDouble()));
      if (!right) {
        wrong.add("axle " + axle + " in " + weighing + ", truly " + near(weighing, truth));
      }
    }
  }

  /** A gross that no flag doubts must be that of the one vehicle that was there. */
  private void wrongGross(Weighing weighing, List<TrueVehicle> truth, List<String> wrong) {
    if (weighing.grossKg().isEmpty() || doubted(weighing)) {
      return;
    }
    List<TrueVehicle> there =
        truth.stream().filter(v -> v.meets(first(weighing), last(weighing), 0)).toList();
    boolean right =
        there.size() == 1 && isGross(there.get(0), weighing, weighing.grossKg().getAsDouble());
    if (!right) {
      wrong.add("gross of " + weighing + " without a doubt, truly " + near(weighing, truth));
    }
  }

  private boolean isGross(TrueVehicle vehicle, Weighing weighing, double grossKg) {
    List<Double> axles = vehicle.axlesKg();
    List<Double> heavy = axles.stream().filter(kg -> kg > lightestKg).toList();
    return isSum(heavy, weighing, grossKg) || isSum(axles, weighing, grossKg);
  }

  private boolean isSum(List<Double> axles, Weighing weighing, double grossKg) {
    double sumKg = axles.stream().mapToDouble(kg -> kg).sum();
    return weighing.axles().size() == axles.size()
        && Math.abs(grossKg - sumKg) <= toleranceKg * axles.size();
  }

  /** How many of this vehicle's axles are on record with their mass, each counted once. */
  private int weighed(TrueVehicle vehicle, List<Weighing> weighings) {
    List<Double> passesKg = new ArrayList<>(vehicle.passesKg());
    for (Weighing weighing : weighings) {
      for (WeighedAxle axle : weighing.axles()) {
        if (axle.massKg().isPresent()
            && vehicle.meets(axle.arrivedNanos(), axle.leftNanos(), slackNanos)) {
          strike(passesKg, axle.massKg().getAsDouble());
        }
      }
    }
    return vehicle.passesKg().size() - passesKg.size();
  }

  private void strike(List<Double> passesKg, double kg) {
    for (int i = 0; i < passesKg.size(); i++) {
      if (Math.abs(passesKg.get(i) - kg) <= toleranceKg) {
        passesKg.remove(i);
        return;
      }
    }
  }

  private boolean covered(
      TrueVehicle vehicle, List<Weighing> weighings, List<Unwatched> unwatched) {
    return weighings.stream().anyMatch(w -> doubted(w) && w.meets(vehicle, slackNanos))
        || unwatched.stream().anyMatch(gap -> gap.meets(vehicle, slackNanos));
  }

  private boolean isOneOf(List<Double> masses, double kg) {
    return masses.stream().anyMatch(mass -> Math.abs(mass - kg) <= toleranceKg);
  }

  private static boolean doubted(Weighing weighing) {
    return weighing.flags().stream().anyMatch(DOUBTS::contains);
  }

  private static long masses(Weighing weighing) {
    return weighing.axles().stream()
        .map(WeighedAxle::massKg)
        .filter(OptionalDouble::isPresent)
        .count();
  }

  private static long first(Weighing weighing) {
    return weighing.axles().stream().mapToLong(WeighedAxle::arrivedNanos).min().orElse(0);
  }

  private static long last(Weighing weighing) {
    return weighing.axles().stream().mapToLong(WeighedAxle::leftNanos).max().orElse(0);
  }

  private String near(Weighing weighing, List<TrueVehicle> truth) {
    return truth.stream()
        .filter(v -> weighing.meets(v, slackNanos))
        .map(Judge::describe)
        .toList()
        .toString();
  }

  private String near(TrueVehicle vehicle, List<Recorded> records) {
    return records.stream().filter(r -> r.meets(vehicle, slackNanos)).toList().toString();
  }

  private static String describe(TrueVehicle vehicle) {
    return "vehicle %d (%s, %s kg, from %.2f s to %.2f s)"
        .formatted(
            vehicle.vehicle().number(),
            vehicle.vehicle().manoeuvre(),
            vehicle.passesKg(),
            vehicle.startedNanos() / 1e9,
            vehicle.leftNanos().orElse(-1) / 1e9);
  }

  private static <T extends Recorded> List<T> of(Class<T> kind, List<Recorded> records) {
    return records.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

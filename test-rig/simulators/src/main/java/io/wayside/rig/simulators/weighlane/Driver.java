// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Takes a vehicle over the platform in the way its manoeuvre says. */
final class Driver {

  /** Amplitude of body bounce after rolling on at walking pace, as a share of the static load. */
  private static final Span BOUNCE = new Span(0.003, 0.015);

  /** The same for a vehicle that keeps rolling on a worn approach. */
  private static final Span ROLLING_BOUNCE = new Span(0.02, 0.04);

  private static final Span PARTLY_ON = new Span(0.45, 0.8);

  private final SplittableRandom random;
  private final LaneTiming timing;

  Driver(SplittableRandom random, LaneTiming timing) {
    this.random = random;
    this.timing = timing;
  }

  /** The first touch comes one vehicle gap after {@code emptySinceNanos}. */
  Passage drive(Vehicle vehicle, long emptySinceNanos) {
    long startNanos = emptySinceNanos + Math.round(timing.vehicleGap().drawS(random) * 1e9);
    int partlyOn =
        vehicle.manoeuvre() == Manoeuvre.AXLE_PARTLY_ON
            ? random.nextInt(vehicle.axleKg().size())
            : -1;
    List<AxleVisit> visits = new ArrayList<>();
    double startS = 0;
    for (int axle : axlesInOrder(vehicle)) {
      if (!visits.isEmpty()) {
        boolean close = vehicle.kind().closeToPrevious(axle);
        startS += (close ? timing.groupGap() : timing.axleGap()).drawS(random);
      }
      double coverage = axle == partlyOn ? PARTLY_ON.drawS(random) : 1;
      AxleVisit visit = visit(vehicle, axle, coverage, startS);
      visits.add(visit);
      startS = visit.endS();
    }
    return new Passage(vehicle, visits, startNanos);
  }

  private static List<Integer> axlesInOrder(Vehicle vehicle) {
    return vehicle.manoeuvre() == Manoeuvre.DRIVES_BACK
        ? List.of(0, 1, 0)
        : IntStream.range(0, vehicle.axleKg().size()).boxed().toList();
  }

  private AxleVisit visit(Vehicle vehicle, int axle, double coverage, double startS) {
    boolean rolling = vehicle.manoeuvre() == Manoeuvre.NEVER_STANDS_STILL;
    Suspension suspension = vehicle.kind().axles().get(axle).suspension();
    double share = (rolling ? ROLLING_BOUNCE : BOUNCE).drawS(random);
    double brakingS = timing.braking().drawS(random);
    double stillS = timing.still().drawS(random);
    return new AxleVisit(
        axle + 1,
        vehicle.axleKg().get(axle),
        coverage,
        startS,
        timing.ramp().drawS(random),
        brakingS,
        brakingS + stillS,
        timing.ramp().drawS(random),
        new BodyBounce(suspension, share, rolling));
  }
}

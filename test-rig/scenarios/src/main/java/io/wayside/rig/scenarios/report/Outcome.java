// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.TrueAxle;
import io.wayside.weighing.accuracy.Conditions;
import io.wayside.weighing.accuracy.Cost323;
import io.wayside.weighing.accuracy.Criterion;
import io.wayside.weighing.accuracy.Pair;
import io.wayside.weighing.accuracy.Pair.Vehicle;
import io.wayside.weighing.instrument.InstrumentHead.Kind;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * What one scenario with one seed came to.
 *
 * @param iri of the road as the seed made it, m/km
 * @param vehicles that drove over the instrument
 * @param matches weighed as one vehicle
 * @param inSilence not weighed as one vehicle with all its axles, and no flag tells of it
 * @param invented weighed where nobody drove
 */
record Outcome(
    Scenario scenario,
    Kind kind,
    long seed,
    double iri,
    int vehicles,
    List<Match> matches,
    int inSilence,
    int invented) {

  /** Other vehicles than those of the calibration, those of the traffic, in steady climate. */
  static final Conditions CONDITIONS =
      new Conditions(Conditions.Environment.I, Conditions.Plan.R2, false);

  /** Loads, from the whole to its parts. */
  static final List<Criterion> CRITERIA =
      List.of(Criterion.GROSS, Criterion.GROUP, Criterion.SINGLE_AXLE, Criterion.AXLE_OF_GROUP);

  /**
   * A load beside the true one.
   *
   * @param speedKmh of the vehicle
   * @param covered the true load lies within the uncertainty stated
   */
  record Load(Pair pair, double speedKmh, boolean covered) {}

  Outcome {
    matches = List.copyOf(matches);
  }

  /** Neither flagged nor miscounted: what is compared. */
  private List<Match> compared() {
    return matches.stream().filter(Match::axlesRight).filter(Match::grossStands).toList();
  }

  /** Vehicles whose gross may not be used for enforcement. */
  int flagged() {
    return (int) matches.stream().filter(match -> !match.doubts().isEmpty()).count();
  }

  /** Vehicles that are not one vehicle in the result, or with a wrong number of axles. */
  int miscounted() {
    return vehicles - (int) matches.stream().filter(Match::axlesRight).count();
  }

  Cost323 cost323() {
    return Cost323.assess(pairs(), CONDITIONS);
  }

  List<Pair> pairs() {
    return loads().stream().map(Load::pair).toList();
  }

  /** Loads of a criterion that are above its floor. */
  List<Load> loads(Criterion criterion) {
    return loads().stream()
        .filter(load -> load.pair().criterion() == criterion)
        .filter(load -> load.pair().reference() > Cost323.floor(criterion))
        .toList();
  }

  private List<Load> loads() {
    List<Load> loads = new ArrayList<>();
    compared().forEach(match -> add(match, loads));
    return loads;
  }

  private static void add(Match match, List<Load> loads) {
    Vehicle vehicle = match.truth().axles().size() == 2 ? Vehicle.TWO_AXLE_RIGID : Vehicle.OTHER;
    double kmh = 3.6 * match.truth().meanSpeedMps();
    double gross = match.truth().grossN();
    loads.add(
        load(
            Criterion.GROSS,
            gross,
            match.vehicle().grossN(),
            match.vehicle().grossUncertaintyN(),
            vehicle,
            match.truth().axles().size(),
            kmh));
    boolean axlesStand = match.doubts().isEmpty();
    for (MotionGroup group : match.vehicle().groups()) {
      int first = group.firstAxle();
      int end = first + group.axles();
      List<TrueAxle> real = match.truth().axles().subList(first, end);
      if (group.axles() > 1) {
        double known = real.stream().mapToDouble(TrueAxle::staticN).sum();
        loads.add(
            load(
                Criterion.GROUP,
                known,
                group.loadN(),
                group.uncertaintyN(),
                vehicle,
                group.axles(),
                kmh));
      }
      for (int i = 0; i < real.size() && axlesStand; i++) {
        MotionAxle axle = match.vehicle().axles().get(first + i);
        loads.add(
            load(
                real.size() == 1 ? Criterion.SINGLE_AXLE : Criterion.AXLE_OF_GROUP,
                real.get(i).staticN(),
                axle.loadN(),
                axle.uncertaintyN(),
                vehicle,
                1,
                kmh));
      }
    }
  }

  private static Load load(
      Criterion criterion,
      double known,
      double measured,
      double uncertainty,
      Vehicle vehicle,
      int axles,
      double kmh) {
    return new Load(
        new Pair(criterion, known, measured, vehicle, axles),
        kmh,
        Math.abs(measured - known) <= uncertainty);
  }
}

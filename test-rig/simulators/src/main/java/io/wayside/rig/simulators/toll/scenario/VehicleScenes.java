// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import io.wayside.rig.simulators.toll.FittedTag;
import io.wayside.rig.simulators.toll.road.Manner;
import io.wayside.rig.simulators.toll.road.VehicleKind;
import io.wayside.rig.simulators.toll.scenario.Registered.Standing;
import io.wayside.rig.simulators.toll.scenario.Rule.Kind;
import java.util.List;

/** Scenarios of how people drive, and what in. */
final class VehicleScenes {

  static final List<TollScenario> ALL =
      List.of(
          new TollScenario(
              "single-pass",
              "one vehicle with a good tag drives through",
              cast -> cast.ordinary(0)),
          new TollScenario(
              "nose-to-tail",
              "two cars close together, both with good tags",
              cast -> {
                cast.trafficBeside(15);
                pays(cast, 0, VehicleKind.CAR, Manner.STEADY);
                FittedTag tag = cast.good();
                cast.follows(
                    VehicleKind.CAR, Manner.STEADY, Rule.of(Kind.PAYS, Cast.epc(tag)), tag);
              }),
          new TollScenario(
              "second-without-tag",
              "two cars close together; the second has no tag and stops at the light",
              cast -> {
                pays(cast, 0, VehicleKind.CAR, Manner.STEADY);
                cast.follows(VehicleKind.CAR, Manner.STEADY, Rule.of(Kind.NEVER));
                cast.ordinary(20);
              }),
          new TollScenario(
              "tailgate",
              "the second goes through on the grant of the first, with a tag or without",
              VehicleScenes::tailgate),
          new TollScenario(
              "trailer",
              "a truck with a trailer, whose drawbar one loop in two does not feel",
              cast -> {
                cast.trafficBeside(20);
                VehicleKind kind =
                    cast.oneOf(0, 1) == 0 ? VehicleKind.TRAILER : VehicleKind.HIGH_TRAILER;
                FittedTag tag = cast.listed(Standing.GOOD, 5);
                cast.comes(0, kind, Manner.STEADY, Rule.of(Kind.PAYS, Cast.epc(tag)), tag);
                cast.ordinary(20);
              }),
          new TollScenario(
              "motorcycle",
              "a motorcycle without a tag comes into the lane between two cars",
              cast -> {
                cast.ordinary(0);
                cast.comes(12, VehicleKind.MOTORCYCLE, Manner.STEADY, Rule.of(Kind.NEVER));
                cast.ordinary(60);
              }),
          new TollScenario(
              "back-out",
              "a car is seen, backs out, and another comes; or it tries again",
              VehicleScenes::backOut),
          new TollScenario(
              "stop-and-go",
              "a car stops over L1, rolls off it and on again, and goes on",
              cast -> {
                Manner manner =
                    Manner.stopping(
                        new Manner.Leg(cast.any(0.8, 3), cast.any(0.5, 3)),
                        new Manner.Leg(cast.any(-2, -0.5), cast.any(0.5, 2)),
                        new Manner.Leg(cast.any(4, 9), cast.any(0.5, 3)));
                pays(cast, 0, VehicleKind.CAR, manner);
                cast.ordinary(30);
              }),
          new TollScenario(
              "class-mismatch",
              "a container truck with a tag that is registered for a car",
              cast -> {
                FittedTag tag = cast.listed(Standing.GOOD, 1);
                Rule rule = Rule.of(Kind.PAYS, Cast.epc(tag)).flagged("class-mismatch");
                cast.comes(0, VehicleKind.CONTAINER, Manner.STEADY, rule, tag);
                cast.ordinary(15);
              }));

  private VehicleScenes() {}

  static int pays(Cast cast, double atS, VehicleKind kind, Manner manner) {
    FittedTag tag = cast.good();
    return cast.comes(atS, kind, manner, Rule.of(Kind.PAYS, Cast.epc(tag)), tag);
  }

  private static void tailgate(Cast cast) {
    pays(cast, 0, VehicleKind.CAR, Manner.STEADY);
    if (cast.oneOf(0, 1) == 0) {
      cast.follows(VehicleKind.CAR, Manner.TAILGATE, Rule.of(Kind.NEVER));
    } else {
      FittedTag tag = cast.good();
      cast.follows(VehicleKind.CAR, Manner.TAILGATE, Rule.of(Kind.FOLLOWS, Cast.epc(tag)), tag);
    }
    cast.ordinary(25);
  }

  private static void backOut(Cast cast) {
    double turnsAt = cast.any(2, 10);
    double stands = cast.any(0.2, 4);
    Manner manner =
        cast.oneOf(0, 1) == 0
            ? Manner.backingOut(turnsAt, stands)
            : Manner.tryingAgain(turnsAt, stands);
    pays(cast, 0, VehicleKind.CAR, manner);
    cast.ordinary(30);
  }
}

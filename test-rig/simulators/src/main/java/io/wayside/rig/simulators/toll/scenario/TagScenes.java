// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.rig.simulators.toll.FittedTag;
import io.wayside.rig.simulators.toll.Order;
import io.wayside.rig.simulators.toll.road.Manner;
import io.wayside.rig.simulators.toll.road.VehicleKind;
import io.wayside.rig.simulators.toll.scenario.Rule.Kind;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** Scenarios of what the air brings. */
final class TagScenes {

  static final List<TollScenario> ALL =
      List.of(
          new TollScenario(
              "tag-in-next-lane",
              "a car without a tag, while beside it others with tags drive by",
              cast -> {
                cast.comes(2, VehicleKind.CAR, Manner.STEADY, Rule.of(Kind.NEVER));
                cast.beside(1, cast.good());
                cast.beside(3, cast.good());
                cast.trafficBeside(30);
                cast.ordinary(50);
              }),
          new TollScenario(
              "same-tag-both-lanes",
              "two cars side by side; one tag, heard in both lanes as strongly",
              TagScenes::bothLanes),
          new TollScenario(
              "two-tags",
              "a car with two good tags: an old sticker and another issuer's",
              cast -> {
                FittedTag first = cast.good();
                FittedTag second = cast.good().acrossM(0.5);
                Rule rule =
                    Rule.of(Kind.SEVERAL, Cast.epc(first), Cast.epc(second)).flagged("second-tag");
                cast.comes(0, VehicleKind.CAR, Manner.STEADY, rule, first, second);
                cast.ordinary(40);
              }),
          new TollScenario(
              "unknown-epc",
              "a tag of a form that no issuer has: of a pallet, or of a shirt",
              cast -> {
                FittedTag tag = FittedTag.good("303405d5" + cast.number().substring(8));
                cast.comes(0, VehicleKind.CAR, Manner.STEADY, Rule.of(Kind.NEVER), tag);
                cast.ordinary(45);
              }),
          new TollScenario(
              "malformed-epc",
              "tags of 0, 62, 128 and 496 bits; beside a good tag, or alone",
              TagScenes::malformed),
          new TollScenario(
              "flood",
              "a tag that lies somewhere is read 300 times a second while cars pass",
              cast -> {
                SimulatedTag loud = SimulatedTag.of(cast.number());
                cast.orderAt(0, new Order.Flood(Cast.TESTED, loud, 300, Duration.ofSeconds(60)));
                cast.ordinary(0);
                cast.ordinary(12);
                cast.ordinary(24);
              }));

  private TagScenes() {}

  /** The first two to come are side by side, and their tag is heard in both lanes as strongly. */
  static void bothLanes(Cast cast) {
    FittedTag shared = cast.good().heardBesideAsWell();
    double speed = cast.any(5, 9);
    if (cast.oneOf(0, 1) == 0) {
      cast.comes(0, VehicleKind.CAR, Manner.STEADY, Rule.of(Kind.PAYS, Cast.epc(shared)), shared);
      cast.bareBeside(0, speed);
    } else {
      cast.comes(0, VehicleKind.CAR, Manner.STEADY, Rule.of(Kind.NEVER));
      cast.beside(0, shared);
    }
    cast.ordinary(50);
  }

  private static void malformed(Cast cast) {
    int bits = cast.oneOf(0, 62, 128, 496);
    byte[] digits = HexFormat.of().parseHex(cast.number().repeat(6));
    SimulatedTag odd = new SimulatedTag(digits, bits, new byte[0], new byte[0]);
    FittedTag strange = new FittedTag(odd, 2, 0.2, false);
    if (cast.oneOf(0, 1) == 0) {
      cast.comes(0, VehicleKind.CAR, Manner.STEADY, Rule.of(Kind.NEVER), strange);
    } else {
      FittedTag tag = cast.good();
      cast.comes(
          0, VehicleKind.CAR, Manner.STEADY, Rule.of(Kind.SEVERAL, Cast.epc(tag)), tag, strange);
    }
    cast.ordinary(45);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import io.wayside.rig.simulators.toll.FittedTag;
import io.wayside.rig.simulators.toll.Order;
import io.wayside.rig.simulators.toll.Trigger;
import io.wayside.rig.simulators.toll.road.Manner;
import io.wayside.rig.simulators.toll.road.VehicleKind;
import io.wayside.rig.simulators.toll.scenario.Registered.Standing;
import io.wayside.rig.simulators.toll.scenario.Rule.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Scenarios of lists, clocks, disks and the way to the office; and a day like any other. */
final class OfficeScenes {

  private static final Duration ONE_HOUR_BACK = Duration.ofHours(-1);

  static final List<TollScenario> ALL =
      List.of(
          during(
              "list-gap",
              "a version of a list is missing; the one after it comes",
              new Order.ListGap(Cast.TESTED)),
          new TollScenario(
              "list-too-old",
              "the lists in force are older than the site allows; who comes then may be held",
              cast -> {
                cast.ordinary(0);
                cast.orderAt(10, new Order.ListsAged(Cast.TESTED, Duration.ofHours(25)));
                for (double at = 12; at < 40; at += 13) {
                  FittedTag tag = cast.good();
                  Rule rule = Rule.of(Kind.HELD, Cast.epc(tag));
                  cast.comes(at, VehicleKind.CAR, Manner.STEADY, rule, tag);
                }
              }),
          during(
              "clock-back",
              "the gateway's clock is stepped back an hour with a vehicle in the lane",
              new Order.ClockStep(Cast.TESTED, ONE_HOUR_BACK)),
          new TollScenario(
              "disk-full",
              "the journal's disk is full for a while",
              cast -> {
                cast.orderAt(1, new Order.DiskFull(Cast.TESTED, true));
                cast.orderAt(40, new Order.DiskFull(Cast.TESTED, false));
                FittedTag tag = cast.good();
                cast.comes(
                    0, VehicleKind.CAR, Manner.STEADY, Rule.of(Kind.RECOVERS, Cast.epc(tag)), tag);
                FittedTag second = cast.good();
                cast.comes(
                    15,
                    VehicleKind.CAR,
                    Manner.STEADY,
                    Rule.of(Kind.HELD, Cast.epc(second)),
                    second);
                cast.ordinary(70);
              }),
          during(
              "three-day-outage",
              "the link to the office is down for three days, then everything is uploaded",
              new Order.OfficeOutage(Cast.TESTED, Duration.ofDays(3))),
          during(
              "duplicate-upload",
              "the office gets an upload twice",
              new Order.UploadTwice(Cast.TESTED)),
          new TollScenario(
              "ticket-ends-at-midnight",
              "one ticket holder before midnight, when the ticket ends, and one after",
              OfficeScenes::midnight),
          new TollScenario(
              "direction-switch",
              "a reversible lane is told to turn round with a car inside",
              cast -> {
                int first = cast.ordinary(0);
                cast.order(
                    new Trigger.NoseAt(first, cast.any(0.5, 14)),
                    new Order.SwitchDirection(Cast.TESTED));
              }),
          new TollScenario(
              "ordinary-traffic",
              "mixed traffic for three minutes: good, exempt, blocked and missing tags",
              OfficeScenes::traffic));

  private OfficeScenes() {}

  /** Something happens while one of three vehicles is in the lane. */
  private static TollScenario during(String name, String about, Order order) {
    return new TollScenario(
        name,
        about,
        cast -> {
          cast.ordinary(0);
          int second = cast.ordinary(12);
          cast.order(new Trigger.NoseAt(second, cast.any(-6, 14)), order);
          cast.ordinary(24);
        });
  }

  private static void midnight(Cast cast) {
    Duration toMidnight = Duration.ofSeconds(30);
    cast.orderAt(0, new Order.BeforeMidnight(Cast.TESTED, toMidnight));
    for (double at : new double[] {0, 45}) {
      String number = cast.number();
      cast.register(number, Standing.TICKET, 1, Optional.of(toMidnight));
      Kind kind = at == 0 ? Kind.FREE : Kind.PAYS;
      FittedTag tag = FittedTag.good(number);
      cast.comes(at, VehicleKind.CAR, Manner.STEADY, Rule.of(kind, number), tag);
    }
  }

  private static void traffic(Cast cast) {
    cast.trafficBeside(180);
    double at = 0;
    while (at < 180) {
      switch (cast.oneOf(0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4)) {
        case 1 -> cast.comes(at, VehicleKind.CAR, Manner.STEADY, Rule.of(Kind.NEVER));
        case 2 -> {
          FittedTag exempt = cast.listed(Standing.EXEMPT, 1);
          Rule rule = Rule.of(Kind.FREE);
          cast.comes(at, VehicleKind.VAN, Manner.STEADY, rule, exempt);
        }
        case 3 -> {
          FittedTag blocked = cast.listed(Standing.BLOCKED, 1);
          cast.comes(at, VehicleKind.CAR, Manner.STEADY, Rule.of(Kind.NEVER), blocked);
        }
        case 4 -> VehicleScenes.pays(cast, at, VehicleKind.CAR, Manner.tryingAgain(6, 1));
        default -> cast.ordinary(at);
      }
      at += cast.any(4, 14);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import io.wayside.rig.simulators.toll.FittedTag;
import io.wayside.rig.simulators.toll.Order;
import io.wayside.rig.simulators.toll.Trigger;
import io.wayside.rig.simulators.toll.road.Manner;
import io.wayside.rig.simulators.toll.road.VehicleKind;
import io.wayside.rig.simulators.toll.scenario.Rule.Kind;
import java.time.Duration;
import java.util.List;

/** Scenarios of devices that fail with a vehicle in the lane. */
final class DeviceScenes {

  static final List<TollScenario> ALL =
      List.of(
          new TollScenario(
              "reader-drop",
              "the reader's connection is gone while a vehicle is in the lane",
              cast -> {
                int first = cast.ordinary(0);
                cast.order(
                    somewhere(cast, first),
                    new Order.ReaderDrops(Cast.TESTED, millis(cast, 500, 8000)));
                cast.ordinary(20);
              }),
          new TollScenario(
              "reader-reboot",
              "the reader starts anew with a vehicle in the lane, and keeps its old ROSpec",
              cast -> {
                int first = cast.ordinary(0);
                cast.order(
                    somewhere(cast, first),
                    new Order.ReaderReboots(Cast.TESTED, millis(cast, 3000, 15_000)));
                cast.ordinary(40);
              }),
          new TollScenario(
              "reader-clock-jump",
              "the reader's clock jumps by up to a day with a vehicle in the lane",
              cast -> {
                int first = cast.ordinary(0);
                Duration by = Duration.ofSeconds((long) cast.any(-86_400, 86_400));
                cast.order(somewhere(cast, first), new Order.ReaderClockJumps(Cast.TESTED, by));
                cast.ordinary(12);
              }),
          new TollScenario(
              "gpi-bounce",
              "every change of every loop bounces",
              cast -> {
                cast.loopsBounce(1);
                cast.ordinary(0);
                cast.ordinary(10);
                cast.comes(20, VehicleKind.CAR, Manner.backingOut(5, 1), Rule.of(Kind.NEVER));
                cast.ordinary(50);
              }),
          new TollScenario(
              "barrier-stuck",
              "the arm does not rise for a granted vehicle, or does not fall behind it",
              cast -> {
                int first = cast.ordinary(0);
                Trigger when =
                    cast.oneOf(0, 1) == 0 ? new Trigger.At(0) : new Trigger.NoseAt(first, 13);
                cast.order(when, new Order.ArmStuck(Cast.TESTED, true));
                cast.orderAt(60, new Order.ArmStuck(Cast.TESTED, false));
                cast.ordinary(80);
              }),
          new TollScenario(
              "power-cut",
              "the gateway loses its power between the command to the arm and the commit",
              DeviceScenes::powerCut));

  private DeviceScenes() {}

  private static Trigger somewhere(Cast cast, int vehicle) {
    return new Trigger.NoseAt(vehicle, cast.any(-6, 14));
  }

  private static Duration millis(Cast cast, int least, int most) {
    return Duration.ofMillis((long) cast.any(least, most));
  }

  private static void powerCut(Cast cast) {
    FittedTag tag = cast.good();
    int first =
        cast.comes(0, VehicleKind.CAR, Manner.STEADY, Rule.of(Kind.RECOVERS, Cast.epc(tag)), tag);
    Trigger when =
        cast.oneOf(0, 1) == 0
            ? new Trigger.ArmRaisedFor(first)
            : new Trigger.NoseAt(first, cast.any(11.2, 18));
    cast.order(when, new Order.PowerCut(Cast.TESTED, millis(cast, 50, 20_000)));
    cast.ordinary(60);
  }
}

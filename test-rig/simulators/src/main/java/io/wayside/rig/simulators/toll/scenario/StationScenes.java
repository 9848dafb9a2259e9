// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import io.wayside.rig.simulators.toll.Order;
import io.wayside.rig.simulators.toll.Trigger;
import java.time.Duration;
import java.util.List;

/** Scenarios of the lanes among themselves. */
final class StationScenes {

  private static final int SIDE_BY_SIDE = 1;

  static final List<TollScenario> ALL =
      List.of(
          new TollScenario(
              "both-lanes-busy",
              "cars with good tags close on each other in both lanes for two minutes",
              cast -> {
                for (double at = 0; at < 120; at += cast.any(3, 7)) {
                  cast.ordinary(at);
                }
                for (double at = 0; at < 120; at += cast.any(3, 7)) {
                  cast.beside(at, cast.good());
                }
              }),
          new TollScenario(
              "station-network-down",
              "two cars side by side, one tag heard alike, and the lanes cannot reach each other",
              cast -> {
                cast.orderAt(0, new Order.StationNetworkDown(Cast.TESTED, Duration.ofSeconds(100)));
                TagScenes.bothLanes(cast);
              }),
          new TollScenario(
              "station-network-returns",
              "the same; it goes as they come and is back while they stand there",
              cast -> {
                TagScenes.bothLanes(cast);
                cast.order(
                    new Trigger.NoseAt(SIDE_BY_SIDE, cast.any(-6, 3)),
                    new Order.StationNetworkDown(
                        Cast.TESTED, Duration.ofMillis((long) cast.any(200, 8_000))));
              }));

  private StationScenes() {}
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import java.util.List;
import java.util.stream.Stream;

/** The scenarios that have a name. */
public final class TollScenarios {

  private static final List<TollScenario> ALL =
      Stream.of(
              VehicleScenes.ALL,
              TagScenes.ALL,
              DeviceScenes.ALL,
              OfficeScenes.ALL,
              StationScenes.ALL)
          .flatMap(List::stream)
          .toList();

  private TollScenarios() {}

  /** All of them. */
  public static List<TollScenario> all() {
    return ALL;
  }

  /** Their names. */
  public static List<String> names() {
    return ALL.stream().map(TollScenario::name).toList();
  }

  /** The scenario of that name. */
  public static TollScenario named(String name) {
    return ALL.stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Scenario " + name + " is not known; take one of " + names()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import java.util.Iterator;
import java.util.List;

/**
 * What is asked of a run.
 *
 * @param faults how many are injected where the scenario has any
 */
record WaterOptions(
    List<WaterScenario> scenarios, long seed, int days, int aids, int faults, boolean json) {

  private static final int LONGEST_DAYS = 400;
  private static final int MOST_AIDS = 500;

  static String help() {
    StringBuilder text =
        new StringBuilder(
            """
            usage: ./wayside rig waterway [--scenario NAME|all] [--seed N] [--days N] [--aids N]
                                          [--faults N] [--json]

              --scenario NAME  what happens; mixed
              --seed N         of tide, weather, noise and faults; 1
              --days N         simulated; 90
              --aids N         of the reach, every fourth with an input at its lamp; 50
              --faults N       injected where the scenario has any; 200
              --json           the result as one JSON object a scenario

            A simulated reach of river talks in AIS sentences; the gateway's own decoder and watch
            hear it. Printed is, for each kind of fault, how many were found within the time that
            docs/aids.md states, the delays in minutes, and every alarm that nothing excuses.
            Exit status 1 when a fault was not found in time, or an alarm was false.

            scenarios:
            """);
    for (WaterScenario scenario : WaterScenario.values()) {
      text.append("  %-12s %s%n".formatted(scenario.word(), scenario.about()));
    }
    return text.toString();
  }

  static WaterOptions parse(List<String> arguments) {
    List<WaterScenario> scenarios = List.of(WaterScenario.MIXED);
    long seed = 1;
    int days = 90;
    int aids = 50;
    int faults = 200;
    boolean json = false;
    Iterator<String> each = arguments.iterator();
    while (each.hasNext()) {
      String option = each.next();
      switch (option) {
        case "--scenario" -> scenarios = WaterScenario.named(value(option, each));
        case "--seed" -> seed = whole(option, value(option, each), Long.MIN_VALUE, Long.MAX_VALUE);
        case "--days" -> days = (int) whole(option, value(option, each), 2, LONGEST_DAYS);
        case "--aids" -> aids = (int) whole(option, value(option, each), 1, MOST_AIDS);
        case "--faults" -> faults = (int) whole(option, value(option, each), 0, 10_000);
        case "--json" -> json = true;
        default ->
            throw new IllegalArgumentException(
                "unknown option " + option + "; see ./wayside rig waterway --help");
      }
    }
    return new WaterOptions(scenarios, seed, days, aids, faults, json);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static long whole(String option, String text, long least, long most) {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException(
          option + " takes a whole number, not \"" + text + "\"", noNumber);
    }
    throw new IllegalArgumentException(
        "%s takes %d to %d, not %s".formatted(option, least, most, text));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.fault.FaultPlanFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for.
 *
 * @param frames for each seed
 * @param seeds how many seeds, from {@code seed} on
 */
record FaultOptions(
    int frames, long seed, int seeds, FaultPlan plan, String planName, boolean real) {

  static final String HELP =
      """
      ./wayside rig indicator-faults [options]

      A simulated weigh lane whose line to the gateway suffers every fault of the rig. What is on
      record is compared with what truly crossed the platform: no wrong weight, nothing missing
      without a flag or a gap record that says so, the line heard again within 2 s.

        --frames N     frames of the indicator for each seed, 20 a second (default 1000)
        --seed N       the first seed (default 1)
        --seeds K      how many seeds, one after the other (default 1)
        --plan PLAN    gentle, rough or a properties file (default rough)
        --real         on a pseudo-terminal with the gateway from its distribution folder, a broker
                       and the central subscriber, in real time; otherwise in stepped time, with
                       the driver's and the station's logic alone

      The exit code is 0 only when every bar holds and every fault of the plan has struck.
      """;

  private static final int FEWEST_FRAMES = 500;

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException naming the argument and the right form
   * @throws IOException when the plan's file cannot be read
   */
  static FaultOptions parse(List<String> arguments) throws IOException {
    int frames = 1_000;
    long seed = 1;
    int seeds = 1;
    String plan = "rough";
    boolean real = false;
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String option = rest.remove();
      switch (option) {
        case "--frames" -> frames = (int) number(option, rest, FEWEST_FRAMES, 1_000_000);
        case "--seed" -> seed = number(option, rest, 0, Long.MAX_VALUE / 2);
        case "--seeds" -> seeds = (int) number(option, rest, 1, 1_000_000);
        case "--plan" -> plan = value(option, rest);
        case "--real" -> real = true;
        default ->
            throw new IllegalArgumentException(
                "unknown option " + option + "; ./wayside rig indicator-faults --help lists them");
      }
    }
    return new FaultOptions(frames, seed, seeds, plan(plan), plan, real);
  }

  private static FaultPlan plan(String name) throws IOException {
    return List.of("gentle", "rough").contains(name)
        ? FaultPlan.preset(name)
        : FaultPlanFile.read(Path.of(name));
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value after it");
    }
    return rest.remove();
  }

  private static long number(String option, Deque<String> rest, long least, long most) {
    String text = value(option, rest);
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(option + " takes a whole number, not " + text, notANumber);
    }
    throw new IllegalArgumentException(
        option + " takes " + least + " to " + most + ", not " + text);
  }
}

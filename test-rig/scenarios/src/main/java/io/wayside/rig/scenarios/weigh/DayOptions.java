// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.rig.simulators.motion.Scenario;
import java.util.List;

/**
 * What was asked for.
 *
 * @param heapMb heap of the process in which the day passes
 */
record DayOptions(Scenario scenario, long seed, int hours, int heapMb) {

  static final String HELP =
      """
      ./wayside rig weigh-day [options]

      A day of a simulated lane, accelerated, in a process of its own with a small heap: samples
      into the station's code, each vehicle judged by the law. Prints the heap in use after a
      collection at the start and after every hour of signal: it must stay flat.

        --hours N        of signal, 1 to 168 (default 24)
        --scenario NAME  as ./wayside rig weigh --list names them (default four-lines-class-i)
        --seed N         other road, sensors and vehicles (default 1)
        --heap N         megabytes for simulator and station together, 16 to 4096 (default 64)

      exit status: 0 it ran; 1 it ended early, for want of memory for instance; 2 wrong usage
      """;

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException naming the option and the right form
   */
  static DayOptions parse(List<String> arguments) {
    Words words =
        Words.of(
            arguments,
            List.of("--hours", "--scenario", "--seed", "--heap"),
            List.of(),
            "./wayside rig weigh-day --help");
    return new DayOptions(
        WeighOptions.scenario(words.text("--scenario").orElse("four-lines-class-i")),
        words.whole("--seed", 1, 0, Integer.MAX_VALUE),
        (int) words.whole("--hours", 24, 1, 168),
        (int) words.whole("--heap", 64, 16, 4096));
  }

  /** The same for the process in which the day passes. */
  List<String> words() {
    return List.of("--scenario", scenario.name(), "--seed", "" + seed, "--hours", "" + hours);
  }
}

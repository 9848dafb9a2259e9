// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What is asked for.
 *
 * @param out folder of the page and of the folder with its pictures
 * @param vehicles of each scenario
 * @param seeds how many, from 1 on
 * @param runs of known vehicles for the calibration
 */
record ReportOptions(Path out, int vehicles, int seeds, int runs) {

  static final String HELP =
      """
      ./wayside rig weigh-report [options]

      Weighs simulated traffic over strips, a platform and a bridge, each calibrated with known
      vehicles, and writes accuracy-weighing.md with its tables, and its plots. The same options
      give the same bytes.

        --out FOLDER    where the page goes; plots into images/ beside it (default docs)
        --vehicles N    of each scenario and seed (default 1000)
        --seeds K       how many, from 1 on (default 3); plots show the first
        --runs N        of known vehicles, before (default 120)
      """;

  static final ReportOptions USUAL = new ReportOptions(Path.of("docs"), 1000, 3, 120);

  /**
   * @throws IllegalArgumentException naming the option that is wrong
   */
  static ReportOptions of(List<String> arguments) {
    ReportOptions options = USUAL;
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String option = rest.remove();
      if (!List.of("--out", "--vehicles", "--seeds", "--runs").contains(option)) {
        throw new IllegalArgumentException(
            "unknown option " + option + "; ./wayside rig weigh-report --help lists them");
      }
      if (rest.isEmpty()) {
        throw new IllegalArgumentException(option + " needs a value after it");
      }
      options = options.with(option, rest.remove());
    }
    return options;
  }

  private ReportOptions with(String option, String value) {
    return switch (option) {
      case "--out" -> new ReportOptions(Path.of(value), vehicles, seeds, runs);
      case "--vehicles" -> new ReportOptions(out, whole(option, value), seeds, runs);
      case "--seeds" -> new ReportOptions(out, vehicles, whole(option, value), runs);
      default -> new ReportOptions(out, vehicles, seeds, whole(option, value));
    };
  }

  private static int whole(String option, String value) {
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(
          option + " takes a whole number from 1 to 999999, not " + value);
    }
    return Integer.parseInt(value);
  }
}

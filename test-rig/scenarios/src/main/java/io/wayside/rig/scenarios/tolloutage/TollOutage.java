// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tolloutage;

import io.wayside.core.journal.JournalException;
import io.wayside.rig.scenarios.site.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ./wayside rig toll-outage}: days without a back office, made up for. */
public final class TollOutage {

  static final String USAGE =
      """
      ./wayside rig toll-outage [--days N] [--lanes N] [--kills N] [--mischief N] [--form F]
                                [--seed N]

      Lanes write into a journal on disk, in virtual time; for days the office refuses or loses
      every request; then it is back and all is posted, over HTTP, by what the gateway posts with,
      while the lanes write on and the process is killed at posts, before or after they arrived.
      Everything must be counted once, in the order of each lane, no faster than the pace.

        --days N       without an office (default 3)
        --lanes N      with 10,000 records a day each, of which 9,000 are for the office (default 4)
        --kills N      of the process while all is posted (default 5)
        --mischief N   of a hundred requests after its return that are refused, lost, counted with
                       the answer lost, counted late, doubled or answered with garbage (default 0)
        --form F       iso or netc (default iso)
        --seed N       other moments (default 1)

      exit status: 0 all holds, 1 something does not, 2 wrong usage
      """;

  private static final int WRONG_USAGE = 2;
  private static final Duration SPACING = Duration.ofMillis(8_640);
  private static final Duration LATENCY = Duration.ofMillis(40);

  private TollOutage() {}

  /** Returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream errors)
      throws IOException, InterruptedException, JournalException {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    Map<String, String> given =
        new HashMap<>(
            Map.of(
                "--days", "3",
                "--lanes", "4",
                "--kills", "5",
                "--mischief", "0",
                "--form", "iso",
                "--seed", "1"));
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      String wanted = option.equals("--form") ? "iso|netc" : "[0-9]{1,2}";
      if (!given.containsKey(option) || !value.matches(wanted)) {
        errors.println(
            "toll-outage: \"" + option + " " + value + "\" is not expected; --help says more");
        return WRONG_USAGE;
      }
      given.put(option, value);
    }
    Path root = Files.createTempDirectory("wayside-toll-outage");
    try {
      OutageResult result = OutageRun.play(plan(given), root);
      result.print(out);
      return result.faults().isEmpty() ? 0 : 1;
    } finally {
      Folders.delete(root);
    }
  }

  private static OutagePlan plan(Map<String, String> given) {
    return new OutagePlan(
        Math.max(1, number(given, "--lanes")),
        SPACING,
        Duration.ofDays(number(given, "--days")),
        LATENCY,
        number(given, "--kills"),
        number(given, "--mischief"),
        given.getOrDefault("--form", "iso"),
        number(given, "--seed"));
  }

  private static int number(Map<String, String> given, String option) {
    return Integer.parseInt(given.getOrDefault(option, "0"));
  }
}

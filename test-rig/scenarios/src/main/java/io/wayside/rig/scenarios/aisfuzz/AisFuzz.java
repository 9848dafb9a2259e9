// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aisfuzz;

import java.io.PrintStream;
import java.util.List;

/** {@code ./wayside rig ais-fuzz}: rubbish into the decoder of AIS. */
public final class AisFuzz {

  private static final int MISSED = 1;
  private static final int WRONG_USAGE = 2;
  private static final long USUAL = 10_000_000;

  private static final String USAGE =
      """
      usage: ./wayside rig ais-fuzz [--seed N] [--characters N]

        --seed N        of the rubbish; 1
        --characters N  at least so many; 10000000

      Random bytes, characters that sentences are made of, sentences of random content, changed and
      cut ones, each followed by a good sentence. Exit status 1 when a good one was not read.
      """;

  private AisFuzz() {}

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    long seed = 1;
    long characters = USUAL;
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      if (!value.matches("\\d{1,18}") || !List.of("--seed", "--characters").contains(option)) {
        err.println("wayside rig ais-fuzz: cannot use " + option + " " + value + "; see --help");
        return WRONG_USAGE;
      }
      if (option.equals("--seed")) {
        seed = Long.parseLong(value);
      } else {
        characters = Long.parseLong(value);
      }
    }
    FuzzRun run = new FuzzRun(seed).run(characters);
    run.lines().forEach(out::println);
    return run.isGood() ? 0 : MISSED;
  }
}

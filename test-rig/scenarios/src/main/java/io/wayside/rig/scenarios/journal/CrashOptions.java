// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import java.util.List;

/**
 * What was asked for.
 *
 * @param cuts power cuts over recorded runs
 * @param kills real kills of a real process
 * @param logCuts cuts of the log at any byte
 */
record CrashOptions(int cuts, int kills, int logCuts, long seed, int threads) {

  static final String USAGE =
      """
      ./wayside rig journal-crash [--cuts N] [--kills N] [--log-cuts N] [--seed S]

      Cuts a journal at work off at any moment and looks whether all it had accepted is
      there, once, in one chain, and reaches both destinations.

        --cuts N      power cuts over recorded runs: any part of what was not synced
                      survives, down to the sector (default 10000; needs a C compiler)
        --kills N     kill -9 of a process that appends, carries, removes, opens and
                      closes (default 500)
        --log-cuts N  cuts of SQLite's log at any byte (default 1000)
        --seed S      another seed, other moments (default 1)

      exit status: 0 nothing was lost, 1 something was, 2 wrong usage
      """;

  /** Wrong usage, in words. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static CrashOptions parse(List<String> arguments) throws Wrong {
    int cuts = 10_000;
    int kills = 500;
    int logCuts = 1000;
    long seed = 1;
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      switch (option) {
        case "--cuts" -> cuts = (int) number(arguments, i);
        case "--kills" -> kills = (int) number(arguments, i);
        case "--log-cuts" -> logCuts = (int) number(arguments, i);
        case "--seed" -> seed = number(arguments, i);
        default -> throw new Wrong("\"" + option + "\" is not expected");
      }
    }
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    return new CrashOptions(cuts, kills, logCuts, seed, threads);
  }

  private static long number(List<String> arguments, int at) throws Wrong {
    String option = arguments.get(at);
    if (at + 1 == arguments.size() || !arguments.get(at + 1).matches("[0-9]{1,9}")) {
      throw new Wrong(option + " wants a whole number after it");
    }
    return Long.parseLong(arguments.get(at + 1));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import java.util.List;

/**
 * What was asked for.
 *
 * @param combinations how many of them, drawn by the seed; {@link Integer#MAX_VALUE} for all
 * @param only one combination by its number; -1 for no such wish
 * @param records handed in while the link is hostile
 * @param parallel trials at a time
 */
record HostileOptions(long seed, int combinations, int only, int records, int parallel) {

  static final String USAGE =
      """
      ./wayside rig hostile-link [--seed N] [--combinations all|N] [--records N]
                                 [--parallel N] [--only NUMBER]

      Every combination of latency, loss, half-open links, broker restarts with and without
      state, and brokers that acknowledge late, refuse or disconnect, between a real journal
      with its uplink and a real broker with the reference centre behind it. What was accepted
      must be at the centre once, unchanged.

        --seed N            other moments and contents (default 1)
        --combinations N    so many of them, drawn by the seed (default all)
        --records N         records of each trial (default 300)
        --parallel N        trials at a time (default four for each processor)
        --only NUMBER       this one combination, as the report numbers it

      exit status: 0 all hold, 1 something does not, 2 wrong usage
      """;

  private static final int RECORDS = 300;
  private static final int PARALLEL_PER_PROCESSOR = 4;

  /** Wrong usage, in words. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static HostileOptions parse(List<String> arguments) throws Wrong {
    long seed = 1;
    int combinations = Integer.MAX_VALUE;
    int only = -1;
    int records = RECORDS;
    int parallel = PARALLEL_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      switch (option) {
        case "--seed" -> seed = number(arguments, i, 0);
        case "--combinations" -> {
          boolean all = i + 1 < arguments.size() && arguments.get(i + 1).equals("all");
          combinations = all ? Integer.MAX_VALUE : number(arguments, i, 1);
        }
        case "--only" -> only = number(arguments, i, 0);
        case "--records" -> records = number(arguments, i, Load.STREAMS.size());
        case "--parallel" -> parallel = number(arguments, i, 1);
        default -> throw new Wrong("\"" + option + "\" is not expected");
      }
    }
    if (only >= Combination.all().size()) {
      throw new Wrong("--only takes 0 to " + (Combination.all().size() - 1));
    }
    return new HostileOptions(seed, combinations, only, records, parallel);
  }

  private static int number(List<String> arguments, int at, int least) throws Wrong {
    String option = arguments.get(at);
    if (at + 1 == arguments.size()
        || !arguments.get(at + 1).matches("[0-9]{1,9}")
        || Integer.parseInt(arguments.get(at + 1)) < least) {
      throw new Wrong(option + " wants a whole number of at least " + least + " after it");
    }
    return Integer.parseInt(arguments.get(at + 1));
  }
}

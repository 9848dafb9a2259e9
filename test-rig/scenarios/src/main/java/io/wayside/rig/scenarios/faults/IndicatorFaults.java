// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** {@code ./wayside rig indicator-faults}. */
public final class IndicatorFaults {

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final long PROGRESS_NANOS = 2_000_000_000L;

  private final PrintStream out;

  private IndicatorFaults(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    System.exit(run(List.of(arguments)));
  }

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments) throws Exception {
    if (arguments.contains("--help")) {
      System.out.print(FaultOptions.HELP);
      return 0;
    }
    FaultOptions options;
    try {
      options = FaultOptions.parse(arguments);
    } catch (IllegalArgumentException | IOException wrong) {
      System.err.println("wayside rig indicator-faults: " + wrong.getMessage());
      return WRONG_USAGE;
    }
    return new IndicatorFaults(System.out).run(options);
  }

  private int run(FaultOptions options) throws Exception {
    out.printf(
        Locale.ROOT,
        "indicator line under faults: plan %s, %,d frames, seeds %d to %d, %s%n",
        options.planName(),
        options.frames(),
        options.seed(),
        options.seed() + options.seeds() - 1,
        options.real() ? "the shipped gateway in real time" : "stepped time");
    Outcome total = Outcome.NONE;
    long toldNanos = System.nanoTime();
    for (int i = 0; i < options.seeds(); i++) {
      long seed = options.seed() + i;
      Outcome one =
          options.real()
              ? RealRun.run(options.plan(), seed, options.frames(), out::println)
              : VirtualRun.run(options.plan(), seed, options.frames());
      if (!one.verdict().holds()) {
        out.println("seed " + seed + " does not hold");
      }
      total = total.and(one);
      if (System.nanoTime() - toldNanos > PROGRESS_NANOS) {
        toldNanos = System.nanoTime();
        out.printf(Locale.ROOT, "  %,d of %,d seeds%n", i + 1, options.seeds());
      }
    }
    Table table = new Table(total, options.plan());
    out.println(table);
    return table.holds() ? 0 : FAILED;
  }
}

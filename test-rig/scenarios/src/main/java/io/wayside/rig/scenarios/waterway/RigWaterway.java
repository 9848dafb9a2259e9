// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

import io.wayside.rig.simulators.water.FieldPlan;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;

/** {@code ./wayside rig waterway}: a field of aids in tide and trouble, watched by the gateway. */
public final class RigWaterway {

  private static final int WRONG = 1;
  private static final int WRONG_USAGE = 2;

  private RigWaterway() {}

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream progress) {
    return run(arguments, GatewayWatcher::new, out, progress);
  }

  /**
   * @param maker of who watches
   */
  static int run(
      List<String> arguments,
      Function<FieldPlan, Watcher> maker,
      PrintStream out,
      PrintStream progress) {
    if (arguments.contains("--help")) {
      out.print(WaterOptions.help());
      return 0;
    }
    WaterOptions options;
    try {
      options = WaterOptions.parse(arguments);
    } catch (IllegalArgumentException wrong) {
      progress.println("wayside rig waterway: " + wrong.getMessage());
      return WRONG_USAGE;
    }
    WaterReport report = new WaterReport(out);
    boolean good = true;
    for (WaterScenario scenario : options.scenarios()) {
      WaterRun run = new WaterRun(scenario, options);
      WaterResult result =
          run.with(
              maker,
              day -> {
                if (day % 10 == 0) {
                  progress.println("… " + scenario.word() + ": day " + day);
                }
              });
      if (options.json()) {
        report.json(scenario, result);
      } else {
        report.table(scenario, result);
      }
      good &= result.good();
    }
    return good ? 0 : WRONG;
  }
}

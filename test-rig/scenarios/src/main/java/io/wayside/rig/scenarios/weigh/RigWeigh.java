// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.device.DeviceException;
import io.wayside.weighing.calibration.TooFewRuns;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code ./wayside rig weigh}: simulated traffic through driver and station, against the truth. */
public final class RigWeigh {

  static final int CANNOT_RUN = 1;
  static final int WRONG_USAGE = 2;

  private RigWeigh() {}

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream progress) {
    return run(arguments, Shelf.ofProcess(), out, progress);
  }

  static int run(List<String> arguments, Shelf shelf, PrintStream out, PrintStream progress) {
    if (arguments.contains("--help")) {
      out.print(WeighOptions.HELP);
      return 0;
    }
    if (arguments.contains("--list")) {
      out.print(WeighOptions.list());
      return 0;
    }
    try {
      WeighOptions options = WeighOptions.parse(arguments);
      if (options.standing()) {
        return standing(options, out, progress);
      }
      Measured measured =
          new Measuring(
                  options.scenario(),
                  options.seed(),
                  options.direct() ? DirectSignal.WAY : WireSignal.WAY,
                  shelf,
                  new Progress(progress))
              .run(options.vehicles(), options.runs(), options.record());
      if (options.pairs().isPresent()) {
        PairsFile.write(options.pairs().get(), measured.pairs());
      }
      out.print(
          options.json()
              ? Json.write(MeasuredJson.of(measured)) + System.lineSeparator()
              : MeasuredText.of(measured));
      return 0;
    } catch (IllegalArgumentException wrong) {
      progress.println("wayside rig weigh: " + wrong.getMessage());
      return WRONG_USAGE;
    } catch (IOException
        | UncheckedIOException
        | DeviceException
        | GarbledData
        | TooFewRuns cannot) {
      progress.println("wayside rig weigh: " + cannot.getMessage());
      return CANNOT_RUN;
    }
  }

  private static int standing(WeighOptions options, PrintStream out, PrintStream progress)
      throws IOException, DeviceException, GarbledData {
    Stood stood =
        new Standing(
                options.scenario(),
                options.seed(),
                options.direct() ? DirectSignal.WAY : WireSignal.WAY,
                new Progress(progress))
            .run(options.vehicles());
    if (options.pairs().isPresent()) {
      PairsFile.writePairs(options.pairs().get(), stood.pairs());
    }
    out.print(options.json() ? Json.write(stood.json()) + System.lineSeparator() : stood.text());
    return 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.DeviceException;
import io.wayside.rig.scenarios.weigh.DayReplay.Look;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./wayside rig weigh-day}: a day of lane signal in a small heap. */
public final class WeighDay {

  private static final double HOUR_S = 3600;

  private WeighDay() {}

  /** Runs it in a process of its own and returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream errors)
      throws InterruptedException {
    if (arguments.contains("--help")) {
      out.print(DayOptions.HELP);
      return 0;
    }
    try {
      return inAProcess(DayOptions.parse(arguments), out);
    } catch (IllegalArgumentException wrong) {
      errors.println("wayside rig weigh-day: " + wrong.getMessage());
      return RigWeigh.WRONG_USAGE;
    } catch (IOException cannot) {
      errors.println("wayside rig weigh-day: " + cannot.getMessage());
      return RigWeigh.CANNOT_RUN;
    }
  }

  private static int inAProcess(DayOptions options, PrintStream out)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + options.heapMb() + "m");
    command.add("-XX:+UseSerialGC"); // a gateway's processor has no use for another
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Dwayside.home=" + System.getProperty("wayside.home", "."));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(WeighDay.class.getName());
    command.addAll(options.words());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(out::println);
      return process.waitFor() == 0 ? 0 : RigWeigh.CANNOT_RUN;
    } finally {
      process.destroy();
    }
  }

  /** The process in which the day passes. */
  public static void main(String[] arguments) throws IOException, DeviceException, GarbledData {
    DayOptions options = DayOptions.parse(List.of(arguments));
    day(options, Shelf.ofProcess(), options.hours() * HOUR_S, HOUR_S, System.out);
  }

  static List<Look> day(
      DayOptions options, Shelf shelf, double lastsS, double everyS, PrintStream out)
      throws IOException, DeviceException, GarbledData {
    long began = System.nanoTime();
    DayReplay replay = new DayReplay(options.scenario(), options.seed(), shelf);
    out.println(
        DayText.heading(
            options.scenario().name(), options.seed(), Runtime.getRuntime().maxMemory()));
    List<Look> looks = replay.run(lastsS, everyS, look -> out.println(DayText.line(look)));
    double cpuS = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    out.println(DayText.summary(looks, (System.nanoTime() - began) / 1e9, cpuS));
    return looks;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.loops;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.vehicle.ClassScheme;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ./wayside rig loops}: how well loops and axle sensors count, measure and classify. */
public final class RigLoops {

  private static final int BELOW_BAR = 1;
  private static final int WRONG_USAGE = 2;
  private static final int MOST_VEHICLES = 1_000_000;
  private static final String USAGE =
      """
      usage: ./wayside rig loops [--seed N] [--vehicles N]

        --seed N      of the traffic; 1
        --vehicles N  how many pass; 5000

      Two loops 4 m apart with zones of 2 m and an axle sensor between them; contacts with 1 ms of
      jitter, bouncing, with delays of their own. Exit status 1 when fewer than 99 % of speeds and
      lengths are within 1 %, a vehicle is not counted, or fewer than 99 % of the classes by axles
      and loads are right.
      """;

  private RigLoops() {}

  /**
   * Runs it and returns the exit code.
   *
   * @param home the project's folder, whose class schemes are used
   */
  public static int run(List<String> arguments, Path home, PrintStream out, PrintStream err) {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      long seed = number(arguments, "--seed", 1, Long.MAX_VALUE);
      int vehicles = (int) number(arguments, "--vehicles", 5000, MOST_VEHICLES);
      LoopRun run =
          new LoopRun(seed, vehicles, scheme(home, "ltpp-13"), scheme(home, "fhwa-13")).run();
      run.lines().forEach(out::println);
      return run.good() ? 0 : BELOW_BAR;
    } catch (IllegalArgumentException | IOException | GarbledData wrong) {
      err.println("wayside rig loops: " + wrong.getMessage());
      return WRONG_USAGE;
    }
  }

  private static long number(List<String> arguments, String name, long otherwise, long most) {
    long number = otherwise;
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (!List.of("--seed", "--vehicles").contains(option)) {
        throw new IllegalArgumentException("there is no option \"" + option + "\"");
      }
      if (i + 1 == arguments.size() || !arguments.get(i + 1).matches("[0-9]{1,18}")) {
        throw new IllegalArgumentException(option + " wants a whole number after it");
      }
      number = option.equals(name) ? Long.parseLong(arguments.get(i + 1)) : number;
    }
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(name + " must be from 1 to " + most);
    }
    return number;
  }

  private static ClassScheme scheme(Path home, String name) throws IOException, GarbledData {
    Path file = home.resolve("config/classes").resolve(name + ".json");
    return ClassScheme.from(Node.read(file.toString(), Files.readString(file)));
  }
}

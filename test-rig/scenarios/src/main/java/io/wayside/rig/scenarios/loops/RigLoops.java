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

  /** With fewer the next fault begins before the one before it is over. */
  private static final int LEAST_WITH_FAULTS = 400;

  private static final List<String> OPTIONS =
      List.of("--seed", "--vehicles", "--through", "--look");

  /** Over Ethernet; a serial line takes longer. */
  private static final long EXCHANGE_NANOS = 1_000_000;

  private static final String USAGE =
      """
      usage: ./wayside rig loops [--seed N] [--vehicles N] [--through WAY] [--look MS] [--faults]

        --seed N      of the traffic; 1
        --vehicles N  how many pass; 5000
        --through WAY direct, or through the gateway's driver: gpio, edges stamped by a simulated
                      kernel; modbus, the inputs of a simulated module looked at; direct
        --look MS     how often modbus looks, 2 to 1000; 10
        --faults      contacts chatter, stick and fall silent; are the faults told, and is every
                      minute that claims to be complete counted right? With 400 vehicles or more

      Two loops 4 m apart with zones of 2 m and an axle sensor between them; contacts with 1 ms of
      jitter, bouncing, with delays of their own. Exit status 1 when fewer than 99 % of speeds and
      lengths are within 1 %, a vehicle is not counted, or fewer than 99 % of the classes by axles
      and loads are right. Through modbus only the count decides: its times are too coarse.
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
      boolean faults = arguments.contains("--faults");
      List<String> rest = arguments.stream().filter(one -> !one.equals("--faults")).toList();
      long seed = number(rest, "--seed", 1, 1, Long.MAX_VALUE);
      int vehicles = (int) number(rest, "--vehicles", 5000, 1, MOST_VEHICLES);
      Way way = way(rest);
      if (faults) {
        if (vehicles < LEAST_WITH_FAULTS) {
          throw new IllegalArgumentException(
              "--faults wants " + LEAST_WITH_FAULTS + " vehicles or more: one lasts 7 minutes");
        }
        FaultRun run = new FaultRun(seed, vehicles, way).run();
        run.lines().forEach(out::println);
        return run.good() ? 0 : BELOW_BAR;
      }
      LoopRun run =
          new LoopRun(seed, vehicles, scheme(home, "ltpp-13"), scheme(home, "fhwa-13"), way).run();
      run.lines().forEach(out::println);
      return run.good() ? 0 : BELOW_BAR;
    } catch (IllegalArgumentException | IOException | GarbledData wrong) {
      err.println("wayside rig loops: " + wrong.getMessage());
      return WRONG_USAGE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      err.println("wayside rig loops: stopped");
      return BELOW_BAR;
    }
  }

  private static Way way(List<String> arguments) {
    int look = (int) number(arguments, "--look", 10, 2, 1000);
    int at = arguments.indexOf("--through");
    String name = at < 0 ? "direct" : arguments.get(at + 1);
    return switch (name) {
      case "direct" -> Way.direct();
      case "gpio" -> new ThroughGpio();
      case "modbus" -> new ThroughModbus(look, EXCHANGE_NANOS);
      default ->
          throw new IllegalArgumentException(
              "--through wants direct, gpio or modbus, not \"" + name + "\"");
    };
  }

  private static long number(
      List<String> arguments, String name, long otherwise, long least, long most) {
    long number = otherwise;
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (!OPTIONS.contains(option)) {
        throw new IllegalArgumentException("there is no option \"" + option + "\"");
      }
      boolean word = option.equals("--through");
      String form = word ? "[a-z]+" : "[0-9]{1,18}";
      if (i + 1 == arguments.size() || !arguments.get(i + 1).matches(form)) {
        throw new IllegalArgumentException(
            option + " wants a " + (word ? "way" : "whole number") + " after it");
      }
      number = option.equals(name) ? Long.parseLong(arguments.get(i + 1)) : number;
    }
    if (number < least || number > most) {
      throw new IllegalArgumentException(name + " must be from " + least + " to " + most);
    }
    return number;
  }

  private static ClassScheme scheme(Path home, String name) throws IOException, GarbledData {
    Path file = home.resolve("config/classes").resolve(name + ".json");
    return ClassScheme.from(Node.read(file.toString(), Files.readString(file)));
  }
}

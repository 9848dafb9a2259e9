// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.Scenarios;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for.
 *
 * @param runs of each known truck at calibration
 * @param direct without the wire
 */
record WeighOptions(
    Scenario scenario,
    long seed,
    int vehicles,
    int runs,
    boolean direct,
    boolean json,
    Optional<Path> pairs,
    Optional<Path> record) {

  private static final String STATIC = "static-platform";

  static final String HELP =
      """
      ./wayside rig weigh --scenario NAME|--platform static|low-speed [options]

      Lets simulated vehicles, whose true weights are known, over a simulated instrument: physics,
      converter, iiod over TCP, the driver, and the station's own code up to the decision by law.
      First known trucks calibrate it, with the station's own calibration. Prints errors against
      the truth and the classes reached, in simulation.

        --scenario NAME  which site and traffic; --list names them
        --platform WHICH static: static-platform, where vehicles stop and are judged by OIML R 76;
                         low-speed: platform-3m-low-speed, where they roll
        --seed N         other road, sensors and vehicles (default 1)
        --vehicles N     how many are weighed, 1 to 100000 (default 300)
        --runs N         of each of the four known trucks, 1 to 100 (default 10)
        --direct         hand the converter's counts over in memory: no wire and no driver
        --json           the results as JSON on standard output
        --pairs FILE     also write every true and measured value for ./wayside accuracy
        --record FILE    also write the signal, the calibrated instrument and the truth as a
                         recording for ./wayside weigh, about 0.8 GB an hour of four lines
        --list           the scenarios

      Progress goes to standard error.
      exit status: 0 it ran, whatever the figures say; 1 it could not run; 2 wrong usage
      """;

  /** All scenarios with what they are. */
  static String list() {
    StringBuilder text = new StringBuilder();
    for (String name : Scenarios.names()) {
      text.append(String.format("  %-24s %s%n", name, Scenarios.named(name).description()));
    }
    return text.toString();
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException naming the option and the right form
   */
  static WeighOptions parse(List<String> arguments) {
    Words words =
        Words.of(
            arguments,
            List.of(
                "--scenario",
                "--platform",
                "--seed",
                "--vehicles",
                "--runs",
                "--pairs",
                "--record"),
            List.of("--direct", "--json"),
            "./wayside rig weigh --help");
    Scenario scenario = asked(words);
    if (scenario.name().equals(STATIC) && (words.has("--record") || words.has("--runs"))) {
      throw new IllegalArgumentException(
          "--record and --runs: a static platform is adjusted by test weights and keeps no signal;"
              + " leave them away");
    }
    return new WeighOptions(
        scenario,
        words.whole("--seed", 1, 0, Integer.MAX_VALUE),
        (int) words.whole("--vehicles", 300, 1, 100_000),
        (int) words.whole("--runs", 10, 1, 100),
        words.has("--direct"),
        words.has("--json"),
        words.text("--pairs").map(Path::of),
        words.text("--record").map(Path::of));
  }

  private static Scenario asked(Words words) {
    if (words.has("--scenario") && words.has("--platform")) {
      throw new IllegalArgumentException("--scenario and --platform exclude each other");
    }
    if (words.has("--platform")) {
      return switch (words.text("--platform").orElse("")) {
        case "static" -> Scenarios.named(STATIC);
        case "low-speed" -> Scenarios.named("platform-3m-low-speed");
        default ->
            throw new IllegalArgumentException(
                "--platform takes static or low-speed, not " + words.text("--platform").orElse(""));
      };
    }
    String name =
        words
            .text("--scenario")
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--scenario is missing; ./wayside rig weigh --list names them"));
    return name.equals(STATIC) ? Scenarios.named(name) : scenario(name);
  }

  /** Whether vehicles stand on the instrument. */
  boolean standing() {
    return scenario.name().equals(STATIC);
  }

  /** A scenario for weighing in motion. */
  static Scenario scenario(String name) {
    if (!Scenarios.names().contains(name)) {
      throw new IllegalArgumentException(
          "--scenario: there is no " + name + "; there are " + Scenarios.names());
    }
    if (name.equals(STATIC)) {
      throw new IllegalArgumentException(
          "--scenario: vehicles stand in " + STATIC + "; choose one in which they roll");
    }
    return Scenarios.named(name);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./wayside rig aid-commands}: orders to lights through loss, delay and kills. */
public final class AidCommands {

  private static final String USAGE =
      """
      usage: ./wayside rig aid-commands [--commands N] [--seed N] [--lying]

        --commands N  in all; 10000. One light gets 500 of them.
        --seed N      of the first light; 1
        --lying       lanterns that say they were released and are not: must be found out

      Orders are lost, doubled and delayed on their way; the line to the lantern is cut, refuses,
      loses questions or answers and holds some back; lanterns and their light inputs fail, the
      journal is full at times, and the gateway is killed at any point, with what it had not
      synced. A rule has each light dark at low water and otherwise at high water, by a gauge
      that errs, goes mad and falls silent. Then all is counted anew from the lamps and the water
      themselves: each accepted order has one outcome, no lamp in reach is otherwise than ordered
      or ruled for longer than 150 s, and what is claimed of a light was true of it. Exit status
      1 when something is not so.
      """;

  private static final int WRONG_USAGE = 2;
  private static final int EACH = 500;
  private static final int FAULTS_SHOWN = 20;

  private AidCommands() {}

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      int commands = Math.toIntExact(number(arguments, "--commands", 10_000));
      return run(commands, number(arguments, "--seed", 1), arguments.contains("--lying"), out);
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      err.println("wayside rig aid-commands: " + wrong.getMessage());
      err.print(USAGE);
      return WRONG_USAGE;
    }
  }

  private static long number(List<String> arguments, String name, long otherwise) {
    int at = arguments.indexOf(name);
    if (at < 0) {
      return otherwise;
    }
    if (at + 1 >= arguments.size() || !arguments.get(at + 1).matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(name + " needs a whole number");
    }
    return Long.parseLong(arguments.get(at + 1));
  }

  static int run(int commands, long seed, boolean lying, PrintStream out) {
    Map<String, Integer> outcomes = new TreeMap<>();
    Map<String, Integer> refusals = new TreeMap<>();
    int unkept = 0;
    int faults = 0;
    int kills = 0;
    int lost = 0;
    int doubled = 0;
    int delayed = 0;
    int astrayS = 0;
    int awayS = 0;
    int lights = 0;
    int ruled = 0;
    for (int given = 0; given < commands; given += EACH) {
      Trial trial = new Trial(seed + lights, lying).run(Math.min(EACH, commands - given));
      Recount recount = new Recount(trial);
      lights++;
      recount.outcomes().forEach((word, many) -> outcomes.merge(word, many, Integer::sum));
      for (String fault : recount.faults()) {
        faults++;
        if (faults <= FAULTS_SHOWN) {
          out.println("light " + (seed + lights - 1) + ": " + fault);
        }
      }
      trial.refusals().forEach((word, many) -> refusals.merge(word, many, Integer::sum));
      unkept += trial.unkept();
      ruled += recount.ruled();
      kills += trial.kills().size();
      lost += trial.post().lost();
      doubled += trial.post().doubled();
      delayed += trial.post().delayed();
      astrayS = Math.max(astrayS, recount.longestAstrayS());
      awayS = Math.max(awayS, recount.longestOutOfReachS());
    }
    out.printf(
        "%d commands to %d lights: %d lost, %d doubled, %d delayed; %d kills of the gateway%n",
        commands, lights, lost, doubled, delayed, kills);
    outcomes.forEach((word, many) -> out.printf("  %-18s %6d%n", word, many));
    out.println("copies refused or unheard: " + refusals);
    out.println("given back without a record, for the journal was full: " + unkept);
    out.println("rules took a light: " + ruled);
    out.printf(
        "longest otherwise than ordered: %d s in reach, %d s with what was out of reach%n",
        astrayS, awayS);
    out.println(faults + " faults");
    return faults == 0 ? 0 : 1;
  }
}

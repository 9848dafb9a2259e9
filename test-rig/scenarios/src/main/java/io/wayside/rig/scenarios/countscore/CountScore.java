// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.countscore;

import io.wayside.core.data.GarbledData;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ./wayside rig count-score}: a counter's events against the truth. */
public final class CountScore {

  private static final int BELOW = 1;
  private static final int WRONG_USAGE = 2;
  private static final int MOST_EVENTS = 20_000;
  private static final String USAGE =
      """
      usage: ./wayside rig count-score --events E.jsonl --truth T.jsonl [options]

        --events FILE    what a counter said: JSON lines with t, line, direction, class and, where
                         it has them, lengthM and speedMps
        --truth FILE     what is true, in the same form
        --within T       how far apart in time two may be, such as 1s or 0.5s; 1s
        --at-least R     exit status 1 when recall or precision is below this, such as 0.97

      Each event stands for one true passing of the same line and direction at most. Of all ways to
      pair them the one with the most pairs is taken, and of these the one closest in time.
      """;

  private CountScore() {}

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      List<Passing> events = read(value(arguments, "--events", ""));
      List<Passing> truths = read(value(arguments, "--truth", ""));
      Score score = new Score(events, truths, seconds(value(arguments, "--within", "1s")));
      ScoreTable.of(score).forEach(out::println);
      double least = share(value(arguments, "--at-least", "0"));
      boolean good = score.all().recall() >= least && score.all().precision() >= least;
      return good ? 0 : BELOW;
    } catch (IOException | GarbledData | IllegalArgumentException wrong) {
      err.println("wayside rig count-score: " + wrong.getMessage());
      return WRONG_USAGE;
    }
  }

  private static List<Passing> read(String file) throws IOException, GarbledData {
    Path path = Path.of(file);
    if (file.isEmpty() || !Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          file.isEmpty()
              ? "needs --events and --truth; --help says more"
              : file + " is no file; name one with JSON lines");
    }
    List<Passing> all = Passing.read(file, Files.readString(path));
    if (all.size() > MOST_EVENTS) {
      throw new IllegalArgumentException(
          file + " has " + all.size() + " lines, more than " + MOST_EVENTS + "; cut it by time");
    }
    return all;
  }

  private static String value(List<String> arguments, String name, String otherwise) {
    List<String> known = List.of("--events", "--truth", "--within", "--at-least");
    String value = otherwise;
    for (int i = 0; i < arguments.size(); i += 2) {
      if (!known.contains(arguments.get(i))) {
        throw new IllegalArgumentException(
            "there is no option \"" + arguments.get(i) + "\"; there are " + known);
      }
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(arguments.get(i) + " wants a value after it");
      }
      value = arguments.get(i).equals(name) ? arguments.get(i + 1) : value;
    }
    return value;
  }

  private static double seconds(String text) {
    if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,6})?s")) {
      throw new IllegalArgumentException("--within wants a time such as 1s or 0.5s, not " + text);
    }
    return Double.parseDouble(text.substring(0, text.length() - 1));
  }

  private static double share(String text) {
    if (!text.matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?")) {
      throw new IllegalArgumentException("--at-least wants a share from 0 to 1, not " + text);
    }
    return Double.parseDouble(text);
  }
}

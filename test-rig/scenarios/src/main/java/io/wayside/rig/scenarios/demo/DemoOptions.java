// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.demo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the demo was asked for. */
record DemoOptions(
    Optional<Duration> time, long seed, String faults, int pagePort, int brokerPort, boolean keep) {

  static final String HELP =
      """
      ./wayside demo [options]

      A whole site on this machine: a simulated weigh lane behind a real wire protocol on a
      pseudo-terminal, the gateway from its distribution folder, an MQTT broker and the reference
      central subscriber with its page. Ctrl-C ends it.

        --for TIME          ends by itself after 30s, 5m, 1h
        --seed N            repeats a run: the same vehicles at the same times (default 1)
        --faults PLAN       disturbs the line to the scale: none, gentle, rough (default none)
        --page-port PORT    the page, on 127.0.0.1 (default 8088; 0 takes a free port)
        --broker-port PORT  the MQTT broker, on 127.0.0.1 (default 0, a free port)
        --keep              keeps the run's folder: site document, journal, log, centre's store

      The last line is "accepted N, delivered N, missing 0, doubled 0"; the exit code is 0 only then.
      """;

  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(s|m|h)");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException naming the argument and the right form
   */
  static DemoOptions parse(List<String> arguments) {
    Optional<Duration> time = Optional.empty();
    long seed = 1;
    String faults = "none";
    int pagePort = 8088;
    int brokerPort = 0;
    boolean keep = false;
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String option = rest.remove();
      switch (option) {
        case "--for" -> time = Optional.of(time(value(option, rest)));
        case "--seed" -> seed = number(option, value(option, rest), Long.MIN_VALUE, Long.MAX_VALUE);
        case "--faults" -> faults = value(option, rest);
        case "--page-port" -> pagePort = (int) number(option, value(option, rest), 0, 65_535);
        case "--broker-port" -> brokerPort = (int) number(option, value(option, rest), 0, 65_535);
        case "--keep" -> keep = true;
        default ->
            throw new IllegalArgumentException(
                "unknown option " + option + "; ./wayside demo --help lists them");
      }
    }
    if (!List.of("none", "gentle", "rough").contains(faults)) {
      throw new IllegalArgumentException("--faults takes none, gentle or rough, not " + faults);
    }
    return new DemoOptions(time, seed, faults, pagePort, brokerPort, keep);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value after it");
    }
    return rest.remove();
  }

  private static Duration time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("--for takes a time such as 30s, 5m or 1h, not " + text);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  private static long number(String option, String text, long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(option + " takes a whole number, not " + text, notANumber);
    }
    throw new IllegalArgumentException(
        option + " takes " + least + " to " + most + ", not " + text);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was asked for.
 *
 * @param durable so many of the gateways keep a real journal on disk
 * @param rateHz records per second of each gateway
 * @param backlog records that wait in each gateway before it first connects
 * @param outage how long the broker is gone; zero leaves it out
 * @param receiverLate how long after the broker's return its receiver subscribes
 * @param forecast only the pauses, in simulated time
 * @param broker another broker than one of our own
 */
record FleetOptions(
    int gateways,
    int durable,
    double rateHz,
    int backlog,
    Duration steady,
    Duration outage,
    Duration receiverLate,
    Duration firstConnectWithin,
    Duration longestPause,
    Optional<String> broker,
    boolean forecast,
    long seed,
    boolean json) {

  static final String HELP =
      """
      ./wayside rig fleet [options]

      Many gateways' real uplinks in this process against one real broker: power comes back and
      all start at once; a steady time; the broker is killed, comes back without its memory, and
      all return; what its receiver did not get is asked for again. A receiver of its own counts
      every record by gateway, stream and sequence.

        --gateways N       how many (default 300, at most 10000)
        --durable N        so many of them with a journal on disk, the others with the same cursors
                           over records in memory (default 20, or all if there are fewer)
        --rate R           records a second of each gateway (default 2, at most 1000)
        --backlog N        records that wait in each when it starts (default 50)
        --for TIME         the steady time, such as 60s or 5m (default 60s)
        --outage TIME      how long the broker is gone (default 20s; 0s leaves the outage out)
        --receiver-late TIME   the receiver subscribes so long after the broker is back; what the
                           broker acknowledges until then has nobody to go to (default 0s)
        --first-within TIME    first connection at a random time within (default 5s)
        --longest-pause TIME   between two attempts (default 300s)
        --broker URL       an existing broker, tcp://host:port, that takes anonymous clients; it
                           is not killed, and its queue for one receiver must take all records
        --forecast         no broker and no gateways: only when so many (at most 1000000) would try and
                           return, from the uplink's pauses in simulated time
        --seed N           other records and pauses (default 1)
        --json             the results as JSON on standard output

      Needs mosquitto unless --broker or --forecast is given. The exit code is 0 only when every gateway came
      back and no record is missing; 1 otherwise, 2 for wrong usage.
      """;

  private static final int MOST = 10_000;
  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException naming the option and the right form
   */
  static FleetOptions parse(List<String> arguments) {
    int gateways = 300;
    Optional<Integer> durable = Optional.empty();
    double rate = 2;
    int backlog = 50;
    Duration steady = Duration.ofSeconds(60);
    Optional<Duration> outage = Optional.empty();
    Duration receiverLate = Duration.ZERO;
    Duration firstWithin = Duration.ofSeconds(5);
    Duration longestPause = Duration.ofMinutes(5);
    Optional<String> broker = Optional.empty();
    boolean forecast = false;
    long seed = 1;
    boolean json = false;
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String option = rest.remove();
      switch (option) {
        case "--gateways" -> gateways = (int) whole(option, rest, 1, 1_000_000);
        case "--durable" -> durable = Optional.of((int) whole(option, rest, 0, MOST));
        case "--rate" -> rate = rate(option, rest);
        case "--backlog" -> backlog = (int) whole(option, rest, 0, MemoryJournal.MOST_KEPT);
        case "--for" -> steady = time(option, rest);
        case "--outage" -> outage = Optional.of(time(option, rest));
        case "--receiver-late" -> receiverLate = time(option, rest);
        case "--first-within" -> firstWithin = time(option, rest);
        case "--longest-pause" -> longestPause = time(option, rest);
        case "--broker" -> broker = Optional.of(address(option, rest));
        case "--forecast" -> forecast = true;
        case "--seed" -> seed = whole(option, rest, 0, Integer.MAX_VALUE);
        case "--json" -> json = true;
        default ->
            throw new IllegalArgumentException(
                "unknown option " + option + "; ./wayside rig fleet --help lists them");
      }
    }
    if (gateways > MOST && !forecast) {
      throw new IllegalArgumentException(
          "--gateways takes at most " + MOST + " without --forecast, not " + gateways);
    }
    if (durable.isPresent() && durable.get() > gateways) {
      throw new IllegalArgumentException(
          "--durable " + durable.get() + " is more than --gateways " + gateways);
    }
    if (broker.isPresent() && outage.isPresent() && !outage.get().isZero()) {
      throw new IllegalArgumentException(
          "--outage needs a broker of our own, which can be killed; leave out --broker");
    }
    return new FleetOptions(
        gateways,
        durable.orElse(Math.min(20, gateways)),
        rate,
        backlog,
        steady,
        broker.isPresent() ? Duration.ZERO : outage.orElse(Duration.ofSeconds(20)),
        receiverLate,
        firstWithin,
        longestPause,
        broker,
        forecast,
        seed,
        json);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value after it");
    }
    return rest.remove();
  }

  private static long whole(String option, Deque<String> rest, long least, long most) {
    String text = value(option, rest);
    long number = text.matches("[0-9]{1,10}") ? Long.parseLong(text) : -1;
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          option + " takes a whole number from " + least + " to " + most + ", not " + text);
    }
    return number;
  }

  private static double rate(String option, Deque<String> rest) {
    String text = value(option, rest);
    double rate = text.matches("[0-9]{1,4}(\\.[0-9]{1,6})?") ? Double.parseDouble(text) : 0;
    if (rate <= 0 || rate > 1000) {
      throw new IllegalArgumentException(
          option + " takes records per second above 0 and up to 1000, such as 0.5, not " + text);
    }
    return rate;
  }

  private static Duration time(String option, Deque<String> rest) {
    String text = value(option, rest);
    Matcher form = TIME.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          option + " takes a time such as 500ms, 60s, 5m or 1h, not " + text);
    }
    long number = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  private static String address(String option, Deque<String> rest) {
    String text = value(option, rest);
    if (!text.matches("tcp://[^/\\s]+:[0-9]{1,5}")) {
      throw new IllegalArgumentException(
          option + " takes an address such as tcp://broker:1883, not " + text);
    }
    return text;
  }
}

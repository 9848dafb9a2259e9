// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.fault.FaultPlanFile;
import io.wayside.rig.simulators.indicator.IndicatorFormat;
import io.wayside.rig.simulators.transport.BytePipe;
import io.wayside.rig.simulators.transport.PtyPipe;
import io.wayside.rig.simulators.transport.TcpServerPipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The command line of {@link WeighLaneSimulator}. */
record LaneArguments(
    BytePipe pipe,
    IndicatorFormat format,
    long seed,
    FaultPlan faults,
    double frameRateHz,
    double irregularShare,
    Optional<Path> truth,
    Optional<Duration> duration) {

  static final String HELP =
      """
      A simulated axle-by-axle weigh lane behind an indicator.

        --pty PATH         serial line under this path, or
        --tcp PORT         TCP server on the loopback address; 0 takes a free port
        --format NAME      wire format of the indicator (yaohua, the XK3190-A9); +7e1 behind a
                           name sets even parity in bit 7. There are
      %s
        --seed N           the same seed repeats the run (1)
        --faults PLAN      none, gentle, rough, or a properties file (none)
        --frame-rate HZ    frames per second (10)
        --irregular SHARE  share of vehicles that do not stop as told, 0 to 1 (0)
        --truth FILE       keeps what truly happened, one JSON object per line
        --duration TIME    ends by itself after 30s, 5m, 1h (never)
        --help             this text
      """
          .formatted(formats());

  private static String formats() {
    return " ".repeat(21)
        + String.join(", ", IndicatorFormat.names())
            .replaceAll("(.{30,48}), ", "$1,\n" + " ".repeat(21));
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException naming the argument at fault and what to write instead
   */
  static LaneArguments parse(List<String> arguments) throws IOException {
    Deque<String> rest = new ArrayDeque<>(arguments);
    BytePipe pipe = null;
    IndicatorFormat format = IndicatorFormat.named("yaohua");
    long seed = 1;
    FaultPlan faults = FaultPlan.none();
    double frameRateHz = 10;
    double irregularShare = 0;
    Optional<Path> truth = Optional.empty();
    Optional<Duration> duration = Optional.empty();
    while (!rest.isEmpty()) {
      String option = rest.remove();
      switch (option) {
        case "--pty" -> pipe = new PtyPipe(Path.of(value(option, rest)));
        case "--tcp" -> pipe = new TcpServerPipe((int) number(option, rest));
        case "--format" -> format = IndicatorFormat.named(value(option, rest));
        case "--seed" -> seed = (long) number(option, rest);
        case "--faults" -> faults = faultPlan(value(option, rest));
        case "--frame-rate" -> frameRateHz = number(option, rest);
        case "--irregular" -> irregularShare = number(option, rest);
        case "--truth" -> truth = Optional.of(Path.of(value(option, rest)));
        case "--duration" -> duration = Optional.of(duration(option, value(option, rest)));
        default -> throw new IllegalArgumentException("unknown argument " + option);
      }
    }
    if (pipe == null) {
      throw new IllegalArgumentException("no wire: give --pty PATH or --tcp PORT");
    }
    FaultPlan seeded = faults.seed() == 0 ? faults.withSeed(seed) : faults;
    return new LaneArguments(
        pipe, format, seed, seeded, frameRateHz, irregularShare, truth, duration);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value after it");
    }
    return rest.remove();
  }

  private static double number(String option, Deque<String> rest) {
    String text = value(option, rest);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " needs a number, not '" + text + "'", e);
    }
  }

  private static FaultPlan faultPlan(String nameOrFile) throws IOException {
    Path file = Path.of(nameOrFile);
    return Files.isRegularFile(file) ? FaultPlanFile.read(file) : FaultPlan.preset(nameOrFile);
  }

  private static Duration duration(String option, String text) {
    try {
      return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          option + " needs a time such as 30s or 5m, not '" + text + "'", e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.device.WeightReading;
import io.wayside.driver.indicator.codec.MassUnit;
import io.wayside.driver.indicator.commissioning.DisplayComparison;
import io.wayside.driver.indicator.commissioning.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The verb by which the figure on the display is compared with the gateway's at commissioning. It
 * changes nothing; the audit of the command is the record of the comparison.
 */
final class CompareCommand {

  static final String COMPARE = "compare-display";

  static final Map<String, Permission> VERBS = Map.of(COMPARE, Permission.MAINTAIN);

  private static final String SHOWN = "displayed";
  private static final String UNIT = "unit";

  private final String device;
  private final DisplayComparison comparison;
  private final long freshNanos;

  CompareCommand(String device, DisplayComparison comparison, long freshNanos) {
    this.device = device;
    this.comparison = comparison;
    this.freshNanos = freshNanos;
  }

  CommandResult handle(Command command, Optional<WeightReading> last, long nowNanos) {
    if (!command.verb().equals(COMPARE)) {
      return new CommandResult.Refused(
          "unknown-verb", "an indicator knows " + VERBS.keySet() + ", not " + command.verb());
    }
    Optional<Double> displayed = number(command.arguments().get(SHOWN));
    if (displayed.isEmpty()) {
      return new CommandResult.Refused(
          "displayed-missing", "give the figure on the display as the number \"displayed\"");
    }
    Value given = command.arguments().get(UNIT);
    Optional<MassUnit> unit = unit(given);
    if (unit.isEmpty() && !(given instanceof Value.Absent)) {
      return new CommandResult.Refused(
          "unit-unknown", "the unit beside the figure must be one of \"kg\", \"t\", \"lb\", \"g\"");
    }
    if (last.isEmpty() || nowNanos - last.get().monotonicNanos() > freshNanos) {
      return new CommandResult.Refused(
          "no-reading", "nothing is heard of " + device + " now; see its health first");
    }
    return answer(last.get(), displayed.get(), comparison.of(last.get(), displayed.get(), unit));
  }

  private static CommandResult answer(WeightReading reading, double displayed, Verdict verdict) {
    String result = verdict.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new CommandResult.Done(
        Value.Fields.with("result", result)
            .and("message", verdict.message())
            .and("displayed", displayed)
            .and("readKg", reading.mass().kilograms())
            .and("rawFrame", reading.rawFrame())
            .build());
  }

  private static Optional<Double> number(Value value) {
    if (value instanceof Value.Whole whole) {
      return Optional.of((double) whole.value());
    }
    return value instanceof Value.Real real && Double.isFinite(real.value())
        ? Optional.of(real.value())
        : Optional.empty();
  }

  private static Optional<MassUnit> unit(Value value) {
    return value instanceof Value.Text text ? MassUnit.named(text.value()) : Optional.empty();
  }
}

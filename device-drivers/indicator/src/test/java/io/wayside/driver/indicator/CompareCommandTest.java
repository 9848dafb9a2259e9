// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;
import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.driver.indicator.codec.MassUnit;
import io.wayside.driver.indicator.commissioning.DisplayComparison;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompareCommandTest {

  /** STX +012345 0 1A ETX: 12345 kg or 123450 kg. */
  private static final String A9 = "022b30313233343530314103";

  private static final long FRESH_NANOS = 2_000_000_000L;

  private final CompareCommand command =
      new CompareCommand(
          "scale-1",
          new DisplayComparison(IndicatorFormat.YAOHUA_A9_DECIMAL_POSITION, MassUnit.KILOGRAM, 20),
          FRESH_NANOS);

  @Test
  void itAnswersWithVerdictAndBothFigures() {
    assertThat(asked(Value.Fields.with("displayed", 12_345).build()))
        .isInstanceOfSatisfying(
            CommandResult.Done.class,
            done -> {
              assertThat(done.answer().get("result")).isEqualTo(new Value.Text("match"));
              assertThat(done.answer().get("readKg")).isEqualTo(new Value.Real(12_345));
              assertThat(done.answer().get("rawFrame")).isEqualTo(new Value.Text(A9));
            });
  }

  @Test
  void tenTimesOffIsAnAnswerThatNamesTheRemedy() {
    assertThat(asked(Value.Fields.with("displayed", 123_450.0).build()))
        .isInstanceOfSatisfying(
            CommandResult.Done.class,
            done -> {
              assertThat(done.answer().get("result")).isEqualTo(new Value.Text("other-reading"));
              assertThat(done.answer().get("message"))
                  .asString()
                  .contains("ten times too little")
                  .contains("YAOHUA_A9_SEVEN_DIGITS");
            });
  }

  @Test
  void theUnitBesideTheFigureMayBeGiven() {
    assertThat(asked(Value.Fields.with("displayed", 12.345).and("unit", "t").build()))
        .isInstanceOfSatisfying(
            CommandResult.Done.class,
            done -> assertThat(done.answer().get("result")).isEqualTo(new Value.Text("match")));
  }

  @Test
  void whatCannotBeUnderstoodIsRefusedWithTheRemedy() {
    assertRefused(asked(Value.Fields.with("displayed", "12345").build()), "displayed-missing");
    assertRefused(asked(Value.Fields.with("kg", 12_345).build()), "displayed-missing");
    assertRefused(
        asked(Value.Fields.with("displayed", 12_345).and("unit", "stone").build()), "unit-unknown");
    assertRefused(
        command.handle(command("zero", Value.Fields.with("a", 1).build()), Optional.empty(), 0),
        "unknown-verb");
  }

  @Test
  void withoutAFreshReadingNothingIsCompared() {
    Command asked = command(CompareCommand.COMPARE, Value.Fields.with("displayed", 12_345).build());
    assertRefused(command.handle(asked, Optional.empty(), 0), "no-reading");
    assertRefused(command.handle(asked, reading(), FRESH_NANOS + 1), "no-reading");
    assertThat(command.handle(asked, reading(), FRESH_NANOS))
        .isInstanceOf(CommandResult.Done.class);
  }

  @Test
  void onlyWhoMayMaintainMayCompare() {
    assertThat(CompareCommand.VERBS).containsOnlyKeys("compare-display");
    assertThat(CompareCommand.VERBS.values()).containsOnly(Permission.MAINTAIN);
  }

  private CommandResult asked(Value.Fields arguments) {
    return command.handle(command(CompareCommand.COMPARE, arguments), reading(), 0);
  }

  private static Command command(String verb, Value.Fields arguments) {
    return new Command(
        "c-1",
        "device.scale-1",
        verb,
        arguments,
        new Actor("an", "console", java.util.Set.of(Permission.MAINTAIN)),
        "commissioning",
        Instant.EPOCH);
  }

  private static Optional<WeightReading> reading() {
    return Optional.of(
        new WeightReading(
            0, new Mass(12_345), new Mass(20), Motion.NOT_TOLD, Basis.NOT_TOLD, Flags.NONE, A9));
  }

  private static void assertRefused(CommandResult result, String code) {
    assertThat(result)
        .isInstanceOfSatisfying(
            CommandResult.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verb as people and scripts meet it. */
class AccuracyTest {

  private static final String HEADING = "criterion,reference,measured\n";

  /** Errors +s and -s in turn give mean 0 and deviation s·√(n/(n-1)). */
  private static String gross(int n, double kg, double percent) {
    StringBuilder csv = new StringBuilder(HEADING);
    for (int i = 0; i < n; i++) {
      csv.append("gross,").append(kg).append(',');
      csv.append(kg * (1 + (i % 2 == 0 ? 1 : -1) * percent / 100)).append('\n');
    }
    return csv.toString();
  }

  private static Value.Fields json(String in, String... arguments) throws GarbledData {
    Ran ran = Ran.of(Accuracy::run, in, arguments);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    return (Value.Fields) Json.read(ran.out()).root();
  }

  @Test
  void theResultForMachinesHasTheMembersOfTheContract() throws GarbledData {
    Value.Fields result =
        json(gross(30, 40_000, 2), "--in", "-", "--env", "I", "--cond", "R1", "--json");
    Value.Fields gross = (Value.Fields) result.get("gross");
    assertThat(gross.get("n")).isEqualTo(new Value.Whole(30));
    assertThat(real(gross, "m")).isCloseTo(0, within(1e-9));
    assertThat(real(gross, "s")).isCloseTo(2 * Math.sqrt(30 / 29.0), within(1e-9));
    assertThat(real(gross, "pi0")).isCloseTo(92.5, within(0.05));
    assertThat(real(gross, "deltaMin")).isBetween(3.0, 5.0);
    assertThat(gross.get("class")).isEqualTo(new Value.Text("A(5)"));
    assertThat(result.get("overall")).isEqualTo(new Value.Text("A(5)"));
  }

  private static double real(Value.Fields fields, String name) {
    return ((Value.Real) fields.get(name)).value();
  }

  @Test
  void theWholeCalculationIsPrinted() {
    Ran ran = Ran.of(Accuracy::run, gross(30, 40_000, 2), "--in", "-");
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains(
            "COST 323, environment I, plan r1, in service (what was not given: the strictest)")
        .contains("π0 %", "δmin %", "overall", "OIML R 134", "ASTM E 1318");
  }

  @Test
  void theUnitOfLoadsDecidesAboutTheFloor() throws GarbledData {
    assertThat(json(gross(20, 40, 2), "--in", "-", "--json").get("overall"))
        .isEqualTo(Value.ABSENT);
    assertThat(json(gross(20, 40, 2), "--in", "-", "--unit", "t", "--json").get("overall"))
        .isNotEqualTo(Value.ABSENT);
    assertThat(Ran.of(Accuracy::run, gross(20, 40, 2), "--in", "-").out())
        .contains("say so with --unit");
  }

  @Test
  void aFileIsReadAsTheStandardInputIs(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("pairs.csv"), gross(30, 40_000, 2));
    assertThat(Ran.of(Accuracy::run, "", "--in", file.toString()).out())
        .isEqualTo(Ran.of(Accuracy::run, gross(30, 40_000, 2), "--in", "-").out());
  }

  @Test
  void theScaleIntervalAndTheAxlesGrantALightVehicleWhatR134Does() throws GarbledData {
    String csv = "criterion,reference,measured,axles\ngross,2000,2075,2\n";
    assertThat(massClass(json(csv, "--in", "-", "--json"))).isEqualTo(new Value.Text("5"));
    assertThat(massClass(json(csv, "--in", "-", "--interval-kg", "20", "--json")))
        .isEqualTo(new Value.Text("1"));
    String tons = "criterion,reference,measured,axles\ngross,2,2.075,2\n";
    assertThat(massClass(json(tons, "--in", "-", "--unit", "t", "--interval-kg", "20", "--json")))
        .isEqualTo(new Value.Text("1"));
    assertThat(Ran.of(Accuracy::run, csv, "--in", "-", "--interval-kg", "20").out())
        .contains("scale interval 20", "2 intervals an axle");
    assertThat(Ran.of(Accuracy::run, csv, "--in", "-", "--interval-kg", "x").err())
        .contains("--interval-kg");
  }

  private static Value massClass(Value.Fields result) {
    Value.Fields r134 = (Value.Fields) result.get("oimlR134");
    return ((Value.Fields) r134.get("vehicle-mass")).get("class");
  }

  @Test
  void wrongUsageIsRefusedInOneLineThatNamesIt() {
    assertThat(Ran.of(Accuracy::run, "", "--colour").refusedNaming("\"--colour\"")).isTrue();
    assertThat(Ran.of(Accuracy::run, "").refusedNaming("--in is missing")).isTrue();
    assertThat(Ran.of(Accuracy::run, "", "--in").refusedNaming("--in wants")).isTrue();
    assertThat(Ran.of(Accuracy::run, "", "--in", "gone.csv").refusedNaming("gone.csv")).isTrue();
    assertThat(
            Ran.of(Accuracy::run, "", "--in", "-", "--env", "IV").refusedNaming("--env", "\"IV\""))
        .isTrue();
    assertThat(
            Ran.of(Accuracy::run, "", "--in", "-", "--cond", "R3").refusedNaming("r1, r2, R1, R2"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "criterion,reference,weighed               | line 1: there is no column \"weighed\"",
        "criterion,reference                       | line 1: column \"measured\" is missing",
        "criterion,reference,measured,measured     | line 1: column \"measured\" stands twice",
        "criterion,reference,measured              | no rows",
        "criterion,reference,measured;gros,1,1     | line 2: criterion \"gros\" is none of gross",
        "criterion,reference,measured;gross,x,1    | line 2: reference \"x\" is not a number",
        "criterion,reference,measured;gross,1,NaN  | line 2: measured \"NaN\" is not a finite",
        "criterion,reference,measured;gross,0,1    | line 2: reference must be above zero",
        "criterion,reference,measured;gross,1      | line 2: has 2 cells for 3 columns",
        "criterion,reference,measured,vehicle;gross,1,1,bus | line 2: vehicle \"bus\"",
        "criterion,reference,measured,axles;gross,1,1,two   | line 2: axles \"two\""
      })
  void anUnusableLineIsNamed(String csv, String named) {
    assertThat(Ran.of(Accuracy::run, csv.replace(';', '\n'), "--in", "-"))
        .matches(ran -> ran.refusedNaming(named));
  }

  @Test
  void helpTellsTheCriteria() {
    Ran ran = Ran.of(Accuracy::run, "", "--help");
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("axle-of-group");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.weighing.rig.ShippedData;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verb as people and scripts meet it. */
class LimitsTest {

  private static final String THREE = "6500,9000,9000@3.6,1.3";
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 1);

  private static Ran limits(String in, String... arguments) {
    return Ran.of(
        (shipped, streams, words) -> Limits.run(shipped, TODAY, streams, words), in, arguments);
  }

  @Test
  void theDecisionIsPrintedWithItsRules() {
    Ran ran = limits("", "--pack", "vn", "--axles", THREE);
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains("Axles 2–3: within", "vn.axle.tandem.from-1.3", "Gross weight: over")
        .contains("above the limit by 500 kg (2.1 %)", "Decision: over", "verified]");
  }

  @Test
  void theSameIsSaidInVietnamese() {
    assertThat(limits("", "--pack", "vn", "--axles", THREE, "--lang", "vi").out())
        .contains("Cụm trục 2–3: trong giới hạn", "Kết luận: quá tải", "vượt 500 kg");
  }

  @Test
  void machinesGetOneObject() throws GarbledData {
    Ran ran =
        limits(
            "",
            "--pack",
            "vn",
            "--axles",
            THREE,
            "--u",
            "2%",
            "--on",
            "2026-08-01",
            "--json",
            "--registered-kg",
            "23000",
            "--deduction-percent",
            "5");
    Value.Fields decision = (Value.Fields) Json.read(ran.out()).root();
    assertThat(decision.get("on")).isEqualTo(new Value.Text("2026-08-01"));
    assertThat(decision.get("verdict")).isEqualTo(new Value.Text("undecided"));
    assertThat(decision.get("deductionPercent")).isEqualTo(new Value.Real(5));
    assertThat(ran.out()).contains("19/2026", "\"rule\":\"vn.registered\"");
  }

  @Test
  void axlesCanComeFromTheStandardInput() {
    assertThat(limits(THREE + "\n", "--pack", "vn", "--axles", "-").out())
        .isEqualTo(limits("", "--pack", "vn", "--axles", THREE).out());
  }

  @Test
  void aPackIsFoundByItsPathToo() {
    String path = ShippedData.file("law/us-bridge-formula-b.json").toString();
    assertThat(limits("", "--pack", path, "--axles", THREE).out())
        .isEqualTo(limits("", "--pack", "us-bridge-formula-b", "--axles", THREE).out())
        .contains("us.axle.tandem");
  }

  @Test
  void aDoubtfulWeighingIsNotOffered() {
    assertThat(limits("", "--pack", "vn", "--axles", THREE, "--flags", "speed-change").out())
        .contains("not offered for enforcement: speed-change");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--axles 1                             | --pack is missing",
        "--pack vn                             | --axles is missing",
        "--pack xx --axles 1                   | --pack: there is no \"xx\"; there are us-bridge",
        "--pack gone.json --axles 1            | gone.json: there is no such file",
        "--pack vn --axles 1,2                 | --axles: 2 loads need 1 spacings after @, not 0",
        "--pack vn --axles 1,x@3               | --axles: load 2: \"x\" is not a number",
        "--pack vn --axles 1,2@-3              | --axles: spacing 1: -3 must be a number from 0",
        "--pack vn --axles 1,2@0               | --axles: spacing 1: two axles cannot be",
        "--pack vn --axles 1,2@NaN             | --axles: spacing 1",
        "--pack vn --axles 1,2@3 --u 1,2,3     | --u: 3 figures for 2 axles",
        "--pack vn --axles 1,2@3 --u x%        | --u: \"x\" is not a number",
        "--pack vn --axles 1,2@3 --layout ship | --layout: pack vn knows no \"ship\"; it knows rigid",
        "--pack vn --axles 1,2@3 --on Monday   | --on: \"Monday\" is not a day",
        "--pack vn --axles 1,2@3 --lang fr     | --lang: \"fr\"",
        "--pack vn --axles 1,2@3 --kingpin-m 0 | --kingpin-m: must be above zero",
        "--pack vn --axles 1,2@3 --one-container maybe | --one-container: \"maybe\"",
        "--pack vn --axles 1,2@3 --deduction-percent 51 | --deduction-percent",
        "--pack vn --axles 1,2@3 --flags A&B   | --flags: \"A&B\" is not a flag",
        "--pack vn --axles 1,2@3 --axles 1     | --axles is given twice",
        "--pack vn --axles 1,2@3 --speed 3     | there is no option \"--speed\"",
        "--pack us-bridge-formula-b --axles 1,2@3 --registered-kg 1 | --registered-kg: pack us",
      })
  void wrongUsageIsRefusedInOneLineThatNamesIt(String words, String named) {
    Ran ran = limits("", words.split(" "));
    assertThat(ran.refusedNaming(named)).as(ran.toString()).isTrue();
  }

  @Test
  void helpTellsTheOptions() {
    assertThat(limits("", "--help").out()).contains("--registered-kg");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import static io.wayside.weighing.law.Packs.DAY;
import static io.wayside.weighing.law.Packs.VN;
import static io.wayside.weighing.law.Packs.gross;
import static io.wayside.weighing.law.Packs.vehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.weighing.rig.ShippedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What papers, days and officers change in a decision. */
class CircumstancesTest {

  private static Circumstances drawbar(double metres) {
    return new Circumstances(
        DAY,
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(metres),
        Optional.empty(),
        OptionalDouble.empty());
  }

  @Test
  void aShortDrawbarTakesTwoTonnesForEachMetre() {
    Weighed full = vehicle("5000,9000,8000,8000@4.5,4.2,5.0", 0);
    assertThat(gross(VN.decide(full, drawbar(3.0))).candidates().get(0).limitKg())
        .isEqualTo(45_000);
    assertThat(gross(VN.decide(full, drawbar(2.5))).candidates().get(0).limitKg())
        .isCloseTo(44_000, within(1e-6));
    Weighed centre = vehicle("5000,9000,9000,9000,8000,8000@1.9,3.5,1.3,4.5,1.3", 0);
    assertThat(gross(VN.decide(centre, drawbar(2.7))).candidates().get(0).limitKg())
        .isCloseTo(43_000, within(1e-6));
  }

  @Test
  void aRegisteredWeightNeverMakesADecisionMilder() {
    Random random = new Random(21);
    for (int i = 0; i < 400; i++) {
      Weighed vehicle = Packs.random(random);
      Verdict without = gross(VN.decide(vehicle, Circumstances.on(DAY))).verdict();
      Circumstances paper = Packs.registered(10_000 + 40_000 * random.nextDouble());
      Finding with = gross(VN.decide(vehicle, paper));
      assertThat(with.verdict()).isGreaterThanOrEqualTo(without);
      double registered = paper.registeredKg().getAsDouble();
      assertThat(with.candidates()).allMatch(limit -> limit.limitKg() <= registered);
    }
  }

  @Test
  void aLayoutWithoutRulesLeavesTheRegisteredWeightAlone() {
    Weighed odd = vehicle("5000,5000,5000,5000,5000@3.6,1.3,1.3,1.3", 0);
    assertThat(gross(VN.decide(odd, Circumstances.on(DAY))).candidates()).isNotEmpty();
    Weighed unknown = vehicle("5000,5000,5000,5000@1.3,1.3,1.3", 0);
    Finding light = gross(VN.decide(unknown, Packs.registered(30_000)));
    assertThat(light.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(light.reason()).isEqualTo(Finding.Reason.NO_RULE);
    assertThat(gross(VN.decide(unknown, Packs.registered(19_000))).verdict())
        .isEqualTo(Verdict.OVER);
  }

  @Test
  void moreUncertaintyNeverDecidesWhatWasUndecided() {
    Random random = new Random(22);
    for (int i = 0; i < 400; i++) {
      Weighed sure = Packs.random(random);
      Weighed unsure =
          new Weighed(
              sure.axleKg(),
              sure.axleUncertaintyKg().stream().map(u -> u + 500).toList(),
              sure.spacingsM(),
              0,
              0,
              List.of(),
              sure.flags());
      List<Finding> before = VN.decide(sure, Circumstances.on(DAY)).findings();
      List<Finding> after = VN.decide(unsure, Circumstances.on(DAY)).findings();
      for (int f = 0; f < before.size(); f++) {
        assertThat(after.get(f).verdict()).isIn(before.get(f).verdict(), Verdict.UNDECIDED);
      }
    }
  }

  @Test
  void aLargerDeductionNeverMakesADecisionHarsher() {
    Random random = new Random(23);
    for (int i = 0; i < 400; i++) {
      Weighed vehicle = Packs.random(random);
      Verdict previous = Verdict.OVER;
      for (double percent : new double[] {0, 2, 5, 10}) {
        Circumstances known =
            new Circumstances(
                DAY,
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.of(percent));
        Verdict verdict = VN.decide(vehicle, known).verdict();
        assertThat(verdict).isLessThanOrEqualTo(previous);
        previous = verdict;
      }
    }
  }

  @Test
  void aRuleEndsWithItsLastDayAndItsSuccessorBegins() throws IOException, GarbledData {
    String first = "\"certainty\": \"verified\", \"validFrom\": \"2015-12-01\" },";
    String text = Files.readString(ShippedData.file("law/vn.json"));
    int row = text.indexOf("\"id\": \"vn.axle.single\"");
    int end = text.indexOf(first, row) + first.length();
    String old = text.substring(text.lastIndexOf('{', row), end);
    String ended = old.replace("2015-12-01\" }", "2015-12-01\", \"validTo\": \"2026-06-30\" }");
    String next =
        old.replace("vn.axle.single", "vn.axle.single.2")
            .replace("2015-12-01", "2026-07-01")
            .replace("\"limit\": 10", "\"limit\": 11");
    LawPack pack = LawPack.from(Node.read("vn2", text.replace(old, ended + "\n" + next)));
    Weighed vehicle = vehicle("10500,3000@4", 0);
    assertThat(pack.decide(vehicle, Circumstances.on(LocalDate.of(2026, 6, 30))).verdict())
        .isEqualTo(Verdict.OVER);
    assertThat(pack.decide(vehicle, Circumstances.on(LocalDate.of(2026, 7, 1))).verdict())
        .isEqualTo(Verdict.WITHIN);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import static io.wayside.weighing.law.Packs.DAY;
import static io.wayside.weighing.law.Packs.VN;
import static io.wayside.weighing.law.Packs.gross;
import static io.wayside.weighing.law.Packs.vehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.weighing.law.Finding.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of Viet Nam, row by row. */
class VietNamTest {

  private static Decision decide(String axles) {
    return VN.decide(vehicle(axles, 0), Circumstances.on(DAY));
  }

  /** Distances within the group and its limit in tonnes, with both sides of each boundary. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3.6          | 10",
        "3.6,0.99     | 11",
        "3.6,1.0      | 16",
        "3.6,1.29     | 16",
        "3.6,1.3      | 18",
        "3.6,2.0      | 18",
        "3.6,1.2,1.2  | 21",
        "3.6,1.3,1.3  | 21",
        "3.6,1.31,1.31| 24",
      })
  void axleGroupsHaveTheLimitsOfTheTable(String spacings, double tonnes) {
    String loads = "5000,5000,5000,5000".substring(0, 5 * spacings.split(",").length + 4);
    Finding rear = decide(loads + "@" + spacings).findings().get(1);
    assertThat(rear.candidates()).extracting(Candidate::limitKg).containsExactly(1000 * tonnes);
  }

  @Test
  void moreThanTwoMetresSeparateGroups() {
    Decision decision = decide("5000,9000,9000@3.6,2.01");
    assertThat(decision.findings())
        .filteredOn(finding -> finding.subject() == Subject.AXLE)
        .extracting(Finding::axles)
        .containsExactly(1, 1, 1);
  }

  /** Spacings from the front, kingpin in metres or 0, the gross limit in tonnes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4.0                | 0   | 16",
        "3.6,1.3            | 0   | 24",
        "1.9,3.5,1.3        | 0   | 30",
        "3.6,1.3,1.3        | 0   | 30",
        "1.3,2.6,1.3,1.3    | 0   | 32",
        "1.5,2.9,1.3,1.3    | 0   | 32",
        "1.5,2.9,1.3,1.31   | 0   | 34",
        "3.5,6.0            | 0   | 26",
        "3.5,6.0,1.3        | 0   | 34",
        "3.3,1.3,6.0        | 0   | 34",
        "3.3,1.3,5.0,1.3    | 3.2 | 38",
        "3.3,1.3,5.0,1.3    | 4.5 | 38",
        "3.3,1.3,5.0,1.3    | 4.51| 42",
        "3.5,5.0,1.3,1.3    | 4.0 | 38",
        "3.5,5.0,1.3,1.3    | 6.0 | 42",
        "3.3,1.3,5.0,1.3,1.3| 4.51| 44",
        "3.3,1.3,5.0,1.3,1.3| 6.5 | 44",
        "3.3,1.3,5.0,1.3,1.3| 6.51| 48",
        "4.0,4.5,5.0,1.3    | 0   | 45",
        "4.5,1.3,4.5,5.0,1.3| 0   | 45",
      })
  void grossWeightsHaveTheLimitsOfTheTable(String spacings, double kingpinM, double tonnes) {
    int axles = spacings.split(",").length + 1;
    Circumstances known = kingpinM == 0 ? Circumstances.on(DAY) : Packs.kingpin(kingpinM);
    Weighed vehicle = vehicle("4000,".repeat(axles - 1) + "4000@" + spacings, 0);
    assertThat(gross(VN.decide(vehicle, known)).candidates())
        .extracting(Candidate::limitKg)
        .containsExactly(1000 * tonnes);
  }

  @Test
  void oneContainerRaisesTheLimitOfAShortSixAxleCombination() {
    Weighed vehicle = vehicle("4000,4000,4000,4000,4000,4000@3.3,1.3,5.0,1.3,1.3", 0);
    for (boolean container : new boolean[] {true, false}) {
      Circumstances known =
          new Circumstances(
              DAY,
              OptionalDouble.empty(),
              Optional.empty(),
              OptionalDouble.of(4),
              OptionalDouble.empty(),
              Optional.of(container),
              OptionalDouble.empty());
      assertThat(gross(VN.decide(vehicle, known)).candidates())
          .extracting(Candidate::limitKg)
          .containsExactly(container ? 42_000.0 : 40_000.0);
    }
    assertThat(gross(VN.decide(vehicle, Packs.kingpin(4))).candidates())
        .extracting(Candidate::limitKg)
        .containsExactly(40_000.0, 42_000.0);
  }

  @Test
  void twoTonnesLessForEachMetreTheKingpinIsShort() {
    Weighed vehicle = vehicle("4000,4000,4000,4000,4000@3.3,1.3,5.0,1.3", 0);
    assertThat(gross(VN.decide(vehicle, Packs.kingpin(2.7))).candidates().get(0).limitKg())
        .isCloseTo(37_000, within(1e-6));
  }

  @Test
  void whereTheKingpinIsNotKnownTheAxlesBoundIt() {
    // Kingpin at least as far from the semitrailer's axles as the tractor's last axle is.
    assertThat(gross(decide("4000,4000,4000,4000,4000@3.3,1.3,5.0,1.3")).candidates())
        .extracting(Candidate::limitKg)
        .containsExactly(42_000.0);
    Finding short5 = gross(decide("6000,9000,9000,8000,8000@3.3,1.3,4.0,1.3"));
    assertThat(short5.candidates())
        .extracting(Candidate::limitKg)
        .containsExactly(38_000.0, 42_000.0);
    assertThat(short5.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(short5.reason()).isEqualTo(Reason.CANDIDATES);
    assertThat(short5.candidates().get(0).under().orElseThrow().en()).contains("kingpin");
    assertThat(short5.candidates().get(0).under().orElseThrow().vi()).contains("chốt kéo");
  }

  @Test
  void whatIsOverEveryCandidateIsOver() {
    Finding heavy = gross(decide("8000,9000,9000,9000,9000@3.3,1.3,4.0,1.3"));
    assertThat(heavy.verdict()).isEqualTo(Verdict.OVER);
    assertThat(heavy.governing().orElseThrow().limitKg()).isEqualTo(42_000);
    assertThat(heavy.marginKg()).isEqualTo(-2_000);
  }

  @Test
  void aTridemWithSpacingsOfBothBandsHasBothLimits() {
    Finding tridem = decide("5000,7500,7500,7500@3.6,1.25,1.4").findings().get(1);
    assertThat(tridem.candidates())
        .extracting(Candidate::limitKg)
        .containsExactly(21_000.0, 24_000.0);
    assertThat(tridem.verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aGroupTheLawDoesNotKnowIsUndecided() {
    Finding quad = decide("5000,1000,1000,1000,1000@3.6,1.3,1.3,1.3").findings().get(1);
    assertThat(quad.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(quad.reason()).isEqualTo(Reason.NO_RULE);
    assertThat(quad.marginKg()).isNaN();
  }

  @Test
  void theLowerOfRegisteredAndLegalCounts() {
    Weighed vehicle = vehicle("6000,8000,8000@3.6,1.3", 0);
    Finding lower = gross(VN.decide(vehicle, Packs.registered(21_000)));
    assertThat(lower.governing().orElseThrow().rule().id()).isEqualTo("vn.registered");
    assertThat(lower.setAside()).extracting(Candidate::limitKg).containsExactly(24_000.0);
    assertThat(lower.verdict()).isEqualTo(Verdict.OVER);
    Finding higher = gross(VN.decide(vehicle, Packs.registered(25_000)));
    assertThat(higher.governing().orElseThrow().rule().id()).isEqualTo("vn.gross.rigid.3");
    assertThat(higher.verdict()).isEqualTo(Verdict.WITHIN);
  }

  @ParameterizedTest
  @CsvSource({
    "26400,none",
    "26401,vn.penalty.34.2",
    "28800,vn.penalty.34.2",
    "28801,vn.penalty.34.3",
    "36000,vn.penalty.34.3",
    "36001,vn.penalty.34.5"
  })
  void aBoundaryBelongsToTheLowerBand(double grossKg, String band) {
    Finding gross =
        gross(
            VN.decide(
                vehicle(List.of(grossKg - 20_000, 10_000.0, 10_000.0), List.of(3.6, 1.3), 0),
                Circumstances.on(DAY)));
    assertThat(gross.verdict()).isEqualTo(Verdict.OVER);
    assertThat(gross.penalty().map(penalty -> penalty.head().id()).orElse("none")).isEqualTo(band);
  }

  @Test
  void axlesHaveNoBandBelowTwentyPercent() {
    Finding axle = decide("12000,3000@4").findings().get(0);
    assertThat(axle.verdict()).isEqualTo(Verdict.OVER);
    assertThat(axle.penalty()).isEmpty();
    assertThat(decide("12001,3000@4").findings().get(0).penalty()).isPresent();
  }

  @Test
  void beforeTheLawBeganThereIsNoRule() {
    Decision decision =
        VN.decide(vehicle("6000,8000,8000@3.6,1.3", 0), Circumstances.on(LocalDate.of(2014, 1, 1)));
    assertThat(decision.findings()).allMatch(f -> f.reason() == Reason.NO_RULE);
    assertThat(decision.verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void sinceTheAmendmentEachDecisionSaysThatItIsNotKnown() {
    Weighed vehicle = vehicle("6000,8000,8000@3.6,1.3", 0);
    assertThat(VN.decide(vehicle, Circumstances.on(LocalDate.of(2026, 6, 30))).notes())
        .noneMatch(note -> note.text().en().contains("19/2026"));
    assertThat(VN.decide(vehicle, Circumstances.on(LocalDate.of(2026, 7, 1))).notes())
        .anyMatch(note -> note.text().en().contains("19/2026"))
        .anyMatch(note -> note.text().vi().contains("19/2026"));
  }

  @Test
  void whoLookedKnowsTheLayoutBetterThanTheAxles() {
    Weighed vehicle = vehicle("6000,9000,9000,9000,9000@5.0,1.3,5.0,1.3", 0);
    assertThat(VN.decide(vehicle, Circumstances.on(DAY)).layouts())
        .containsExactly("semitrailer", "centre-axle-trailer");
    assertThat(gross(VN.decide(vehicle, Packs.layout("centre-axle-trailer"))).candidates())
        .extracting(Candidate::limitKg)
        .containsExactly(45_000.0);
  }
}

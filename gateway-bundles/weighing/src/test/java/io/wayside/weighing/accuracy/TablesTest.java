// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.weighing.accuracy.Pair.Vehicle;
import io.wayside.weighing.accuracy.R134Table.Kind;
import io.wayside.weighing.rig.ShippedData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OIML R 134 and ASTM E 1318 by the tables that ship. */
class TablesTest {

  private static final double KG = 9.80665;
  private static final double LB = 0.45359237 * KG;

  private final R134Table r134;
  private final E1318Table e1318;

  TablesTest() throws GarbledData {
    r134 = R134Table.from(ShippedData.document("accuracy/oiml-r134.json"));
    e1318 = E1318Table.from(ShippedData.document("accuracy/astm-e1318.json"));
  }

  private String massClass(boolean initial, double... errorsPercent) {
    List<Pair> pairs =
        java.util.Arrays.stream(errorsPercent)
            .mapToObj(e -> Pair.of(Criterion.GROSS, 1e5, 1e5 * (1 + e / 100)))
            .toList();
    return R134.assess(pairs, r134, initial)
        .results()
        .get(Kind.VEHICLE_MASS)
        .row()
        .map(R134Table.Row::name)
        .orElse("none");
  }

  @Test
  void oneErrorTooLargeCostsTheClass() {
    assertThat(massClass(false, 0.1, -0.9, 0.3)).isEqualTo("1");
    assertThat(massClass(false, 0.1, -1.1, 0.3)).isEqualTo("2");
    assertThat(massClass(false, 12)).isEqualTo("none");
  }

  @Test
  void atVerificationHalfTheErrorIsAllowed() {
    assertThat(massClass(true, 0.45)).isEqualTo("1");
    assertThat(massClass(true, 0.55)).isEqualTo("2");
    assertThat(massClass(false, 0.55)).isEqualTo("1");
  }

  @Test
  void anAxleIsJudgedByTheTableOfItsVehicle() {
    Pair other = new Pair(Criterion.SINGLE_AXLE, 60e3, 60e3 * 1.009, Vehicle.OTHER);
    Pair rigid = new Pair(Criterion.SINGLE_AXLE, 60e3, 60e3 * 1.009, Vehicle.TWO_AXLE_RIGID);
    Pair untold = Pair.of(Criterion.SINGLE_AXLE, 60e3, 60e3 * 1.009);
    assertThat(
            R134.assess(List.of(other), r134, false).results().get(Kind.AXLE_OTHER_VEHICLES).row())
        .map(R134Table.Row::name)
        .contains("A");
    for (Pair strict : List.of(rigid, untold)) {
      assertThat(
              R134.assess(List.of(strict), r134, false)
                  .results()
                  .get(Kind.AXLE_TWO_AXLE_RIGID)
                  .row())
          .map(R134Table.Row::name)
          .contains("B");
    }
  }

  @Test
  void classesOfAKindStandFromTheBestToTheWorst() {
    for (Kind kind : Kind.values()) {
      assertThat(r134.of(kind)).isNotEmpty();
      assertThat(r134.of(kind))
          .isSortedAccordingTo(
              java.util.Comparator.comparingDouble(R134Table.Row::inServicePercent))
          .allMatch(row -> row.inServicePercent() == 2 * row.initialPercent());
    }
  }

  private List<String> types(Criterion criterion, double reference, double... errors) {
    List<Pair> pairs =
        java.util.Arrays.stream(errors)
            .mapToObj(e -> Pair.of(criterion, reference, reference + e))
            .toList();
    return E1318.assess(pairs, e1318).types();
  }

  @Test
  void theTypesThatHoldAreNamed() {
    double w = 80_000 * LB;
    assertThat(types(Criterion.GROSS, w, 0.055 * w)).containsExactly("III", "I", "II");
    assertThat(types(Criterion.GROSS, w, 0.12 * w)).containsExactly("II");
    assertThat(types(Criterion.GROSS, w, 2400 * LB)).containsExactly("III", "I", "II", "IV");
    assertThat(types(Criterion.GROSS, w, 0.2 * w)).isEmpty();
  }

  @Test
  void oneOfTwentyMayBeOutside() {
    double w = 80_000 * LB;
    double[] errors = new double[20];
    errors[3] = 0.5 * w;
    assertThat(types(Criterion.GROSS, w, errors)).contains("I", "II", "III");
    errors[4] = 0.5 * w;
    assertThat(types(Criterion.GROSS, w, errors)).isEmpty();
  }

  @Test
  void speedIsJudgedInMilesPerHour() {
    assertThat(types(Criterion.SPEED, 20, 0.44)).contains("I");
    assertThat(types(Criterion.SPEED, 20, 0.45)).isEmpty();
  }

  @Test
  void loadsTooSmallForTypeFourAreNotJudgedByIt() {
    double w = 10_000 * LB;
    assertThat(types(Criterion.SINGLE_AXLE, w, 0.14 * w)).containsExactly("III", "I", "II");
  }

  @Test
  void aRowWithTwoKindsOfToleranceIsRefusedWithItsPlace() {
    String json =
        """
        {"table": "t", "title": "t", "sharePercent": 95, "rows": [
        {"type": "I", "measure": "gross", "percent": 1, "absolute": 2, "source": "s",
         "certainty": "verified"}]}
        """;
    assertThatThrownBy(() -> E1318Table.from(Node.read("t.json", json)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("t.json: line 2")
        .hasMessageContaining("/rows/0 needs either");
  }
}

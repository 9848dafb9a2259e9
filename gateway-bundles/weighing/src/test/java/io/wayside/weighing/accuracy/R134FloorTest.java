// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.weighing.accuracy.Pair.Vehicle;
import io.wayside.weighing.accuracy.R134Table.Kind;
import io.wayside.weighing.rig.ShippedData;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OIML R 134 grants a vehicle's mass beyond the percentage; figures worked out by hand. */
class R134FloorTest {

  private static final double KG = 9.80665;

  private final R134Table table;

  R134FloorTest() throws GarbledData {
    table = R134Table.from(ShippedData.document("accuracy/oiml-r134.json"));
  }

  private static Pair mass(double kg, double errorKg, int axles) {
    return new Pair(Criterion.GROSS, kg * KG, (kg + errorKg) * KG, Vehicle.NOT_TOLD, axles);
  }

  private R134.Result judged(boolean initial, double intervalKg, Pair... pairs) {
    return R134.assess(List.of(pairs), table, initial, intervalKg * KG)
        .results()
        .get(Kind.VEHICLE_MASS);
  }

  private String named(R134.Result result) {
    return result.row().map(R134Table.Row::name).orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    // kg, axles, error kg, d kg, initial, class
    "2000, 2, 80, 20, false, 1", // 2 d x 2 axles = 80 kg, more than 1 % = 20 kg
    "2000, 2, 81, 20, false, 5", // 2 % = 40 kg and 80 kg again; 5 % = 100 kg
    "2000, 2, 40, 20, true, 1", // at verification 1 d x 2 axles = 40 kg
    "2000, 2, 41, 20, true, 5", // 1 % = 20 kg, again 40 kg; 2.5 % = 50 kg, rounded up to 60 kg
    "2000, 2, 61, 20, true, 10", // 5 % = 100 kg
    "48000, 6, 480, 20, false, 1", // 1 % = 480 kg, more than 2 d x 6 axles = 240 kg
    "48000, 6, 481, 20, false, 2",
    "41230, 5, 420, 20, false, 1", // 412.3 kg are 20.6 intervals: 21
    "40900, 5, 409, 20, false, 2", // 409 kg are 20.45 intervals: 20, 400 kg
    "40900, 5, -400, 20, false, 1",
    "8000, 4, 160, 20, false, 1", // 1 % = 80 kg; 2 d x 4 axles = 160 kg
    "48000, 6, 60, 5, false, 0.2", // 0.2 % = 96 kg rounded to 95, and d small enough for it
    "48000, 6, 60, 10, false, 0.5", // with d = 10 kg an instrument is not of class 0.2
    "48000, 6, 60, 50, false, 2",
    "48000, 6, 60, 500, false, none"
  })
  void theMassOfAVehicleMayBeOffBySomeIntervalsForEachAxle(
      double kg, int axles, double errorKg, double intervalKg, boolean initial, String expected) {
    assertThat(named(judged(initial, intervalKg, mass(kg, errorKg, axles)))).isEqualTo(expected);
  }

  @Test
  void errorsThatOnlyTheFloorCoversAreCounted() {
    R134.Result result =
        judged(false, 20, mass(2000, 50, 2), mass(2000, 10, 2), mass(48_000, 100, 6));
    assertThat(named(result)).isEqualTo("1");
    assertThat(result.byFloor()).isEqualTo(1);
    assertThat(result.n()).isEqualTo(3);
    assertThat(result.largestErrorPercent())
        .isEqualTo(2.5, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void oneHeavyVehicleTooFarOffCostsTheClassWhateverTheLightOnesMay() {
    assertThat(named(judged(false, 20, mass(2000, 50, 2), mass(48_000, 500, 6)))).isEqualTo("2");
  }

  @Test
  void withoutANumberOfAxlesNothingIsGrantedButTheRounding() {
    assertThat(named(judged(false, 20, mass(41_230, 420, 0)))).isEqualTo("1");
    assertThat(named(judged(false, 20, mass(2000, 60, 0)))).isEqualTo("5");
  }

  @Test
  void withoutAScaleIntervalThePercentageAloneDecides() {
    R134.Result result =
        R134.assess(List.of(mass(2000, 50, 2)), table, false).results().get(Kind.VEHICLE_MASS);
    assertThat(named(result)).isEqualTo("5");
    assertThat(result.byFloor()).isZero();
  }

  @Test
  void axlesAndGroupsAreJudgedByPercentAlone() {
    Pair axle = new Pair(Criterion.SINGLE_AXLE, 1000 * KG, 1030 * KG, Vehicle.OTHER, 1);
    R134 judged = R134.assess(List.of(axle), table, false, 20 * KG);
    assertThat(judged.results().get(Kind.AXLE_OTHER_VEHICLES).row())
        .map(R134Table.Row::name)
        .contains("C");
  }

  @Test
  void theFloorNeverMakesAClassWorse() {
    Random random = new Random(134);
    for (int i = 0; i < 2000; i++) {
      double kg = 1000 + random.nextInt(47) * 1000;
      Pair pair = mass(kg, (random.nextDouble() - 0.5) * 0.2 * kg, 2 + random.nextInt(5));
      double rounding = 0.5 / (0.01 * kg); // what rounding to d = 1 kg may take away, of 1 %
      boolean byPercent = Math.abs(pair.errorPercent()) <= 1 - rounding;
      String reached = named(judged(false, 1, pair));
      if (byPercent) {
        assertThat(Double.parseDouble(reached)).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void aVehicleHasNoNegativeNumberOfAxles() {
    assertThatThrownBy(() -> mass(2000, 0, -1)).hasMessageContaining("axles");
  }
}

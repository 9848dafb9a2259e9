// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.vehicle.Classification.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemes that ask for a length, or for what nobody can see. */
class LengthSchemesTest {

  @ParameterizedTest
  @CsvSource({"1.9, 1", "1.97, 1", "1.99, 2", "6.5, 2", "6.56, 3", "14.9, 3", "15.0, 4", "24, 4"})
  void aLengthAloneTellsTheFourLengthClasses(double lengthM, String wanted) {
    Classification told = Schemes.scheme("length-4").classifyLength(lengthM);
    assertThat(told.status()).isEqualTo(Status.CLASSIFIED);
    assertThat(told.choice().get().vehicleClass().id()).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({"2.0, two-wheeler", "4.4, light", "12.0, heavy"})
  void aLengthTellsTwoWheelersLightAndHeavyVehicles(double lengthM, String wanted) {
    Classification told = Schemes.scheme("light-heavy").classifyLength(lengthM);
    assertThat(told.choice().get().vehicleClass().id()).isEqualTo(wanted);
  }

  @Test
  void schemesByAxlesLeaveAVehicleOfKnownLengthAloneOpenAndChooseNothing() {
    for (String scheme : List.of("ltpp-13", "fhwa-13", "vn-axle", "btls")) {
      Classification told = Schemes.scheme(scheme).classifyLength(4.5);
      assertThat(told.choice()).isEmpty();
      assertThat(told.status()).isEqualTo(Status.AMBIGUOUS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls-8-1", "swiss10", "tcvn-14182"})
  void whatNobodyCanSeeIsNeverChosen(String scheme) {
    AxlePattern car = Schemes.pattern("2.6", 1, 700, 1300);
    Classification told = Schemes.scheme(scheme).classify(car);
    assertThat(told.choice()).isEmpty();
    assertThat(told.alternatives()).isNotEmpty();
    assertThat(told.alternatives())
        .allSatisfy(a -> assertThat(a.reason()).startsWith("cannot be ruled out"));
  }

  @Test
  void theVietnameseCountSchemeTellsWhichClassesAVehicleCanBe() {
    AxlePattern semitrailer = AxlePattern.of(List.of(3.6, 1.3, 6.5, 1.3));
    Classification told = Schemes.scheme("tcvn-14182").classify(semitrailer);
    assertThat(told.alternatives())
        .extracting(a -> a.vehicleClass().id())
        .containsExactlyInAnyOrder("14", "15", "16", "17");
  }

  @Test
  void axlesAloneDoNotTellClasses3And5Apart() {
    Classification told = Schemes.scheme("fhwa-13").classify(AxlePattern.of(List.of(4.5)));
    assertThat(told.status()).isEqualTo(Status.AMBIGUOUS);
    assertThat(told.choice().get().vehicleClass().id()).isEqualTo("5");
    assertThat(told.alternatives()).extracting(a -> a.vehicleClass().id()).containsExactly("3");
  }

  @Test
  void aRuleThatAsksForNothingIsRefused() {
    String empty =
        Schemes.text("length-4")
            .replace("\"length\": { \"below\": 6.5 }, \"source\"", "\"source\"");
    assertThatThrownBy(() -> ClassScheme.from(Node.read("empty", empty)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("needs a condition");
  }
}

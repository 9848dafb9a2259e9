// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportsTest {

  @Test
  void reportThatTellsNothingHasNoPlaceAndNoVirtue() {
    AidReport report = AidReport.of(5, "mmsi:992351132");

    assertThat(report.fix()).isEmpty();
    assertThat(report.offPosition()).isEmpty();
    assertThat(report.light()).isEqualTo(LightStatus.NOT_TOLD);
    assertThat(report.presence()).isEqualTo(Presence.NOT_TOLD);
  }

  @Test
  void reportOfNobodyIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> AidReport.of(0, " "));
  }

  @Test
  void signThatIsGivenMustBeAmongThoseTold() {
    AidReport plain = AidReport.of(0, "lantern:1");

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new AidReport(
                    0,
                    "lantern:1",
                    plain.name(),
                    plain.presence(),
                    plain.fix(),
                    plain.offPosition(),
                    plain.light(),
                    plain.racon(),
                    plain.alarm(),
                    plain.mode(),
                    Optional.empty(),
                    Map.of(),
                    Set.of(AidSign.DOOR_OPEN),
                    Set.of(AidSign.HOT),
                    OptionalInt.empty()));
  }

  @Test
  void placeMustBeOnEarth() {
    assertThatIllegalArgumentException().isThrownBy(() -> Fix.of(91, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Fix.of(0, 181));
    assertThatIllegalArgumentException().isThrownBy(() -> Fix.of(Double.NaN, 0));
    assertThat(Fix.of(-90, 180).latitudeDeg()).isEqualTo(-90);
  }

  @Test
  void readingIsOfSomebodyAndANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WaterReading(0, "", WaterQuantity.LEVEL_M, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WaterReading(0, "gauge:1", WaterQuantity.LEVEL_M, Double.NaN));
    assertThat(new WaterReading(0, "gauge:1", WaterQuantity.LEVEL_M, -0.4).quantity().unit())
        .isEqualTo("m");
  }

  @Test
  void hullIsAsLongAndWideAsItsParts() {
    VesselReport.Hull hull = new VesselReport.Hull(60, 20, 5, 6);

    assertThat(hull.lengthM()).isEqualTo(80);
    assertThat(hull.beamM()).isEqualTo(11);
  }

  @Test
  void orderSaysWhatItIsOrIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LanternOrder.Rhythm(""));
    assertThatIllegalArgumentException().isThrownBy(() -> new LanternOrder.Intensity(1.5));
    assertThat(new LanternOrder.Intensity(0).fraction()).isZero();
  }
}

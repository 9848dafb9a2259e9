// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.counting.scheme.Classifier.By;
import io.wayside.counting.scheme.Classifier.Told;
import io.wayside.counting.scheme.PcuTable.Terrain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassifierTest {

  private static final Path CONFIG = Path.of("../../config");

  private static Node read(String file) throws IOException, GarbledData {
    return Node.read(file, Files.readString(CONFIG.resolve(file)));
  }

  private static Classifier classifier(String scheme, Terrain terrain, boolean mapped)
      throws IOException, GarbledData {
    return new Classifier(
        Optional.of(ClassScheme.from(read("classes/" + scheme + ".json"))),
        Optional.of(PcuTable.from(read("pcu/tcvn-4054.json"))),
        mapped
            ? Optional.of(ClassMap.from(read("class-maps/" + scheme + "-to-tcvn-14182.json")))
            : Optional.empty(),
        terrain);
  }

  private static final OptionalDouble NO_LENGTH = OptionalDouble.empty();

  @Test
  void axlesComeBeforeTheLength() throws Exception {
    Classifier axles = classifier("fhwa-13", Terrain.FLAT, true);
    Told truck = axles.tell(List.of(3.6, 1.3, 9.0, 1.3), OptionalDouble.of(4));

    assertThat(truck.vehicleClass()).isEqualTo("9");
    assertThat(truck.by()).isEqualTo(By.AXLES);
    assertThat(truck.pcu()).hasValue(4.0);
  }

  @Test
  void hillsHaveUnitsOfTheirOwn() throws Exception {
    Told flat =
        classifier("fhwa-13", Terrain.FLAT, true).tell(List.of(3.6, 1.3, 9.0, 1.3), NO_LENGTH);
    Told hilly =
        classifier("fhwa-13", Terrain.HILLY, true).tell(List.of(3.6, 1.3, 9.0, 1.3), NO_LENGTH);

    assertThat(hilly.pcu().orElseThrow()).isGreaterThan(flat.pcu().orElseThrow());
  }

  @Test
  void withoutAMapBetweenTheSchemesThereAreNoUnits() throws Exception {
    Told truck =
        classifier("fhwa-13", Terrain.FLAT, false).tell(List.of(3.6, 1.3, 9.0, 1.3), NO_LENGTH);

    assertThat(truck.vehicleClass()).isEqualTo("9");
    assertThat(truck.pcu()).isEmpty();
  }

  @Test
  void aLengthAloneTellsAClassOfALengthScheme() throws Exception {
    Told car = classifier("length-4", Terrain.FLAT, true).tell(List.of(), OptionalDouble.of(4.4));

    assertThat(car.by()).isEqualTo(By.LENGTH);
    assertThat(car.confidence()).isEqualTo(1);
    assertThat(car.vehicleClass()).isNotEqualTo("unknown");
  }

  @Test
  void nothingMeasuredIsUnknownByNothing() throws Exception {
    for (String scheme : List.of("fhwa-13", "length-4", "light-heavy")) {
      Told told = classifier(scheme, Terrain.FLAT, true).tell(List.of(), NO_LENGTH);
      assertThat(told).isEqualTo(new Told("unknown", "", 0, By.NOTHING, OptionalDouble.empty()));
    }
  }

  @Test
  void withoutASchemeEveryVehicleIsUnknown() {
    Classifier none =
        new Classifier(Optional.empty(), Optional.empty(), Optional.empty(), Terrain.FLAT);

    assertThat(none.schemeId()).isEqualTo("none");
    assertThat(none.tell(List.of(2.7), OptionalDouble.of(4)).vehicleClass()).isEqualTo("unknown");
  }

  @Test
  void aListWhoseClassesCannotBeSeenNamesNone() throws Exception {
    Classifier list =
        new Classifier(
            Optional.of(ClassScheme.from(read("classes/swiss10.json"))),
            Optional.empty(),
            Optional.empty(),
            Terrain.FLAT);

    assertThat(list.tell(List.of(2.7), OptionalDouble.of(4)).vehicleClass()).isEqualTo("unknown");
  }

  /**
   * Whatever is measured: a class has a confidence of a half or more, or is unknown without one.
   */
  @Test
  void noClassIsAGuess() throws Exception {
    Random random = new Random(3);
    Classifier axles = classifier("fhwa-13", Terrain.FLAT, true);
    int known = 0;
    for (int i = 0; i < 5_000; i++) {
      List<Double> spacings = new ArrayList<>();
      for (int axle = 0; axle < random.nextInt(8); axle++) {
        spacings.add(0.2 + 13 * random.nextDouble());
      }
      Told told = axles.tell(spacings, OptionalDouble.of(20 * random.nextDouble()));
      boolean unknown = told.vehicleClass().equals("unknown");
      known += unknown ? 0 : 1;
      assertThat(told.confidence() >= 0.5).isEqualTo(!unknown);
      assertThat(told.pcu().isPresent() && unknown).isFalse();
    }
    assertThat(known).isBetween(500, 4_900);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.vehicle.AxlePattern;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.core.vehicle.VehicleClass;
import io.wayside.counting.scheme.PcuTable.Terrain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The data that is shipped, held against itself. */
class SchemesTest {

  private static final Path CONFIG = Path.of("../../config");

  private static Node read(String file) throws IOException, GarbledData {
    return Node.read(file, Files.readString(CONFIG.resolve(file)));
  }

  private static List<Path> all(String folder) throws IOException {
    try (Stream<Path> files = Files.list(CONFIG.resolve(folder))) {
      return files.sorted().toList();
    }
  }

  private static Set<String> classes(String scheme) throws IOException, GarbledData {
    Set<String> ids = new HashSet<>();
    for (VehicleClass one : ClassScheme.from(read("classes/" + scheme + ".json")).classes()) {
      ids.add(one.id());
    }
    return ids;
  }

  private static PcuTable pcu() throws IOException, GarbledData {
    return PcuTable.from(read("pcu/tcvn-4054.json"));
  }

  @Test
  void everyMapMapsEveryClassOfItsSchemesToClassesThatExist() throws Exception {
    assertThat(all("class-maps")).hasSizeGreaterThan(5);
    for (Path file : all("class-maps")) {
      ClassMap map = ClassMap.from(read("class-maps/" + file.getFileName()));
      for (String from : map.from()) {
        assertThat(map.rows().keySet()).as(file.toString()).isEqualTo(classes(from));
      }
      Set<String> to = classes(map.to());
      map.rows().values().forEach(row -> assertThat(to).containsAll(row.can()));
    }
  }

  @Test
  void everyClassOfTheVietnameseSchemeHasUnits() throws Exception {
    assertThat(pcu().rows().keySet()).isEqualTo(classes("tcvn-14182"));
    assertThat(pcu().of("18", Terrain.FLAT)).hasValue(0.3);
    assertThat(pcu().of("15", Terrain.HILLY)).hasValue(5.0);
    assertThat(pcu().of("99", Terrain.FLAT)).isEmpty();
  }

  @Test
  void unitsOfAnotherSchemesClassAreToldOnlyWhereAllItCanBeAgree() throws Exception {
    ClassMap map = ClassMap.from(read("class-maps/fhwa-13-to-tcvn-14182.json"));
    assertThat(pcu().of(map.of("9").get(), Terrain.FLAT)).hasValue(4.0);
    assertThat(pcu().of(map.of("2").get(), Terrain.FLAT)).hasValue(1.0);
    assertThat(pcu().of(map.of("3").get(), Terrain.FLAT)).isEmpty();
    assertThat(map.of("2").get().only()).contains("1");
    assertThat(map.of("3").get().only()).isEmpty();
    assertThat(map.of("3").get().cannotTell()).contains("payload");
  }

  @Test
  void aMapThatNamesSeveralClassesWithoutSayingWhyIsRefused() {
    String text =
        """
        {"from":["a"],"to":"b","rows":[
          {"class":"1","can":["x","y"],"source":"s","certainty":"verified"}]}""";
    assertThatThrownBy(() -> ClassMap.from(Node.read("map", text)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("cannotTell");
  }

  @Test
  void confidenceFallsWithWhatIsNotKnown() throws Exception {
    ClassScheme ltpp = ClassScheme.from(read("classes/ltpp-13.json"));
    List<Double> semi = List.of(3.6, 1.3, 9.0, 1.3);
    List<Double> kg = List.of(6000.0, 7000.0, 7000.0, 7000.0, 7000.0);
    Sureness known = Sureness.of(ltpp.classify(AxlePattern.of(semi, kg)));
    Sureness bare = Sureness.of(ltpp.classify(AxlePattern.of(semi)));
    assertThat(known.vehicleClass()).isEqualTo("9");
    assertThat(bare.vehicleClass()).isEqualTo("9");
    assertThat(bare.rule()).endsWith("?");
    assertThat(bare.confidence()).isLessThan(known.confidence());
    Sureness two = Sureness.of(ltpp.classify(AxlePattern.of(List.of(4.5))));
    assertThat(two.confidence()).isLessThanOrEqualTo(0.5);
    Sureness none = Sureness.of(ltpp.classify(AxlePattern.of(List.of(0.1))));
    assertThat(none).isEqualTo(new Sureness("", "", 0));
  }
}

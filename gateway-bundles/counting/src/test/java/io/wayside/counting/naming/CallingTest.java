// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.naming;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.quality.Flags;
import io.wayside.counting.detect.ClassVotes.Verdict;
import io.wayside.counting.detect.ModelPlan;
import io.wayside.counting.ground.Kind;
import io.wayside.counting.naming.Called.By;
import io.wayside.counting.scheme.PcuRule;
import io.wayside.counting.scheme.PcuTable;
import io.wayside.counting.scheme.PcuTable.Terrain;
import io.wayside.counting.sighting.Sighting;
import io.wayside.counting.vision.CountingLine.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The class in the record, what it was told from, and its units from the shipped tables. */
class CallingTest {

  private static final Path CONFIG = Path.of("../../config/pcu");

  private static PcuRule units(String table) throws IOException, GarbledData {
    PcuTable read =
        PcuTable.from(Node.read(table, Files.readString(CONFIG.resolve(table + ".json"))));
    return new PcuRule(read.scheme(), Optional.of(read), Optional.empty(), Terrain.FLAT);
  }

  private static Sighting sighting(Kind kind, OptionalDouble lengthM) {
    return new Sighting(
        1, "A", Side.LEFT, 1, 0.5, kind, 0.7, lengthM, OptionalDouble.empty(), 0, Flags.NONE);
  }

  private static final Sighting BUS_LIKE = sighting(Kind.HEAVY, OptionalDouble.of(9));

  private static Named named(String vehicleClass) {
    return new Named(BUS_LIKE, Optional.of(new Verdict(vehicleClass, 0.8)));
  }

  private static ModelPlan model(String more) throws GarbledData {
    return ModelPlan.from(
        "m.json",
        Node.read(
            "m.json",
            "{\"model\": \"roads.onnx\", \"family\": \"yolox\", \"input\": [64, 32],"
                + " \"labels\": [\"bus\", \"motorcycle\"], "
                + more
                + "}"));
  }

  @Test
  void withoutADetectorTheOutlineDecidesAndHasUnits() throws Exception {
    Calling calling = Calling.byOutlines(units("camera-size"));

    assertThat(calling.call(Named.byOutline(BUS_LIKE)))
        .isEqualTo(new Called("heavy", By.OUTLINE, "size", 0.7, OptionalDouble.of(2.5)));
    assertThat(calling.call(Named.byOutline(sighting(Kind.TWO_WHEELER, OptionalDouble.empty()))))
        .isEqualTo(
            new Called("two-wheeler", By.OUTLINE, "relative-size", 0.7, OptionalDouble.of(0.3)));
    assertThat(calling.call(Named.byOutline(sighting(Kind.OTHER, OptionalDouble.empty()))).pcu())
        .isEmpty();
  }

  @Test
  void aVerdictComesBeforeTheOutlineAndSaysWhichModelGaveIt() throws Exception {
    Calling calling = Calling.by(model("\"classes\": {\"bus\": \"heavy\"}"), units("camera-size"));

    assertThat(calling.call(named("light")))
        .isEqualTo(new Called("light", By.MODEL, "roads.onnx", 0.8, OptionalDouble.of(1)));
    assertThat(calling.call(Named.byOutline(BUS_LIKE)).by()).isEqualTo(By.OUTLINE);
  }

  @Test
  void inAnotherSchemeAnOutlineIsUnknownUnlessTheDocumentSaysWhatItIs() throws Exception {
    Calling calling =
        Calling.by(
            model(
                "\"scheme\": \"tcvn-14182\", \"classes\": {\"motorcycle\": \"18\", \"bus\": \"3\"},"
                    + " \"outlines\": {\"two-wheeler\": \"18\"}"),
            units("tcvn-4054"));

    assertThat(calling.scheme()).isEqualTo("tcvn-14182");
    assertThat(calling.call(named("3")).pcu()).hasValue(2.5);
    assertThat(calling.call(Named.byOutline(BUS_LIKE)))
        .isEqualTo(new Called("unknown", By.NOTHING, "", 0, OptionalDouble.empty()));
    assertThat(
            calling
                .call(Named.byOutline(sighting(Kind.TWO_WHEELER, OptionalDouble.of(1.8))))
                .vehicleClass())
        .isEqualTo("18");
  }
}

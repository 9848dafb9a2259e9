// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a camera counter's configuration and its documents. */
class CameraPartsTest {

  private static final Path SHIPPED = Path.of("../../config").toAbsolutePath();
  private static final String MODEL =
      """
      {"model": "roads.onnx", "family": "yolox", "input": [64, 32], "labels": ["bus", "moto"],
       %s}
      """;

  @TempDir Path site;

  @BeforeEach
  void lines() throws IOException {
    Files.writeString(
        site.resolve("lines.json"), "{\"lines\":[{\"id\":\"A\",\"from\":[0,48],\"to\":[160,48]}]}");
  }

  private CameraParts parts(String... more) throws IOException, GarbledData {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return CameraParts.of(CounterConfigs.camera(values), new CounterFiles(site, SHIPPED));
  }

  private void model(String classes) throws IOException {
    Files.createDirectories(site.resolve("models"));
    Files.writeString(site.resolve("models/roads.json"), MODEL.formatted(classes));
  }

  @Test
  void withoutAModelOutlinesDecideAndUnitsAreOfTheShippedTable() throws Exception {
    CameraParts parts = parts("pcuTable", "camera-size");

    assertThat(parts.model()).isEmpty();
    assertThat(parts.calling().scheme()).isEqualTo("camera-size");
  }

  @Test
  void theModelLiesBesideItsDocument() throws Exception {
    model("\"classes\": {\"bus\": \"heavy\"}");
    CameraParts parts = parts("model", "models/roads.json");

    assertThat(parts.modelFile()).isEqualTo(site.resolve("models/roads.onnx"));
    assertThat(parts.calling().scheme()).isEqualTo("camera-size");
  }

  @Test
  void classesOfAShippedSchemeAreTakenAndOthersAreNamed() throws Exception {
    model("\"scheme\": \"tcvn-14182\", \"classes\": {\"bus\": \"3\", \"moto\": \"18\"}");
    assertThat(parts("model", "models/roads.json", "pcuTable", "tcvn-4054").calling().scheme())
        .isEqualTo("tcvn-14182");

    model("\"scheme\": \"tcvn-14182\", \"classes\": {\"bus\": \"coach\", \"moto\": \"18\"}");
    assertThatThrownBy(() -> parts("model", "models/roads.json"))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("models/roads.json")
        .hasMessageContaining("[coach]")
        .hasMessageContaining("tcvn-14182");
  }

  @Test
  void aDetectorWithoutAModelsDocumentIsRefused() {
    assertThatThrownBy(() -> parts("detector", "onnx-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("what its labels mean");
  }

  @Test
  void aDocumentThatIsMissingIsNamed() {
    assertThatThrownBy(() -> parts("model", "nowhere.json"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere.json");
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wayside.core.data.Node;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.weighing.law.LawPack;
import io.wayside.weighing.rig.ShippedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file that ships fits its schema, is read, and is called what it calls itself. */
class ShippedFilesTest {

  private static final ObjectMapper JACKSON = new ObjectMapper();

  static List<Path> files() throws IOException {
    List<Path> all = new java.util.ArrayList<>();
    for (String folder : List.of("law", "classes", "accuracy")) {
      try (Stream<Path> files = Files.list(ShippedData.file(folder))) {
        all.addAll(files.toList());
      }
    }
    return all;
  }

  private static Set<ValidationMessage> faults(Path schema, String json) throws IOException {
    JsonSchema judge =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(schema));
    return judge.validate(JACKSON.readTree(json));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileFitsTheSchemaItNames(Path file) throws IOException {
    String json = Files.readString(file);
    Path schema = file.resolveSibling(JACKSON.readTree(json).get("$schema").asText());
    assertThat(faults(schema, json)).isEmpty();
  }

  @Test
  void aPackAndASchemeAreCalledAsTheirFiles() throws Exception {
    for (Path file : files()) {
      Node document = Node.read(file.toString(), Files.readString(file));
      String name = String.valueOf(file.getFileName()).replace(".json", "");
      if (file.getParent().endsWith("law")) {
        assertThat(LawPack.from(document).id()).isEqualTo(name);
      } else if (file.getParent().endsWith("classes")) {
        assertThat(ClassScheme.from(document).id()).isEqualTo(name);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "law/vn.json           | \"limit\": 10      | \"limit\": \"10\"",
        "law/vn.json           | \"limit\": 10, | \"\":0,",
        "law/vn.json           | \"vi\"             | \"vn\"",
        "law/vn.json           | From\": \"2015-12-01 | From\": \"2015",
        "classes/vn-axle.json  | \"secondary\"      | \"sure\"",
        "classes/ltpp-13.json  | \"from\": 1.0      | \"from\": 1.0, \"above\": 1",
        "accuracy/oiml-r134.json | \"class\"        | \"grade\""
      })
  void aSchemaRefusesWhatTheReaderRefuses(String name, String right, String wrong)
      throws IOException {
    Path file = ShippedData.file(name);
    String json = Files.readString(file).replaceFirst(java.util.regex.Pattern.quote(right), wrong);
    Path schema = file.resolveSibling(JACKSON.readTree(json).get("$schema").asText());
    assertThat(faults(schema, json)).isNotEmpty();
  }
}

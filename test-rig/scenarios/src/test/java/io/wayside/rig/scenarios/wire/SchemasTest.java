// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schema of the wire and of a record's body. */
class SchemasTest {

  private static final Path FOLDER = Repository.ROOT.resolve("config/schema");
  private static final ObjectMapper JACKSON = new ObjectMapper();

  private final SchemaJudge judge = new SchemaJudge();

  static List<Path> schemas() throws IOException {
    try (Stream<Path> records = Files.list(FOLDER.resolve("records"));
        Stream<Path> wire = Files.list(FOLDER.resolve("wire"))) {
      return Stream.concat(records, wire).sorted().toList();
    }
  }

  private static JsonNode json(Path file) throws IOException {
    return JACKSON.readTree(Files.readString(file));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void isAWellFormedSchema(Path file) throws IOException {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    assertThat(
            factory
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(json(file)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void isNamedAsItSays(Path file) throws IOException {
    JsonNode schema = json(file);
    assertThat(schema.path("$id").asText())
        .isEqualTo("https://wayside.io/schema/" + FOLDER.relativize(file));
    assertThat(KindSchema.description(file)).isNotEmpty().doesNotContain("SPDX");
    if (file.getParent().endsWith("records")) {
      assertThat(schema.path("title").asText().replace("/", "-") + ".schema.json")
          .isEqualTo(file.getFileName().toString());
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void acceptsItsExamplesAndNothingThatLacksARequiredMember(Path file) throws IOException {
    JsonNode schema = json(file);
    assertThat(schema.path("examples")).isNotEmpty();
    for (JsonNode example : schema.path("examples")) {
      assertThat(judge.faults(file, example)).isEmpty();
      for (JsonNode required : schema.path("required")) {
        ObjectNode without = example.deepCopy();
        without.remove(required.asText());
        assertThat(judge.faults(file, without)).as("without %s", required).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void saysWhatEachMemberIs(Path file) throws IOException {
    json(file)
        .path("properties")
        .properties()
        .forEach(
            member ->
                assertThat(described(member.getValue()))
                    .as("%s of %s", member.getKey(), file.getFileName())
                    .isTrue());
  }

  /** By its own words or by those of what it refers to. */
  private static boolean described(JsonNode member) {
    return member.has("description")
        || member.has("$ref")
        || member.has("const")
        || member.has("maximum");
  }
}

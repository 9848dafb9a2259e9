// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Judges content by schema files, formats of times included. */
final class SchemaJudge {

  /** Under which the schemas know each other; they are read from their folder all the same. */
  private static final String NAMES = "https://wayside.io/schema/";

  private final Map<Path, JsonSchema> schemas = new ConcurrentHashMap<>();

  /** What is wrong, each with the JSON pointer of the place. */
  List<String> faults(Path schema, JsonNode content) {
    return schemas.computeIfAbsent(schema, SchemaJudge::read).validate(content).stream()
        .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
        .sorted()
        .toList();
  }

  private static JsonSchema read(Path file) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .build();
    try {
      String folder = file.toAbsolutePath().resolveSibling("..").normalize().toUri().toString();
      return JsonSchemaFactory.getInstance(
              SpecVersion.VersionFlag.V202012,
              factory -> factory.schemaMappers(names -> names.mapPrefix(NAMES, folder)))
          .getSchema(Files.readString(file), config);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("schema " + file + " cannot be read", unreadable);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Holds a body against the schema of its kind; a member the schema does not name is a fault too.
 */
public final class Judge {

  private static final ObjectMapper JACKSON = new ObjectMapper();

  private Judge() {}

  /** What is wrong with it. */
  public static List<String> faults(String kind, Value body) {
    Path file = Path.of("../../config/schema/records", kind.replace('/', '-') + ".schema.json");
    try {
      // Every object with members is closed, for the test alone: readers are to be lenient.
      String closed =
          Files.readString(file)
              .replaceAll("\"properties\":", "\"additionalProperties\": false, \"properties\":");
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(closed)
          .validate(JACKSON.readTree(Json.write(body)))
          .stream()
          .map(Object::toString)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

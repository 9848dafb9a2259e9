// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.wire;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The schema file of a record kind.
 *
 * @param kind in the file's name, {@code name-version.schema.json}
 * @param file relative to the schema folder
 * @param description for readers
 */
record KindSchema(RecordKind kind, String file, String description) {

  static final String FOLDER = "records";
  private static final Pattern NAME = Pattern.compile("(.+)-([1-9][0-9]*)\\.schema\\.json");
  private static final Pattern LICENCE = Pattern.compile(" SPDX-License-Identifier: .*$");

  /** All there are, by name and version. */
  static List<KindSchema> in(Path schemaFolder) throws IOException {
    try (Stream<Path> files = Files.list(schemaFolder.resolve(FOLDER))) {
      List<Path> sorted = files.sorted().toList();
      List<KindSchema> all = new ArrayList<>();
      for (Path file : sorted) {
        all.add(read(file));
      }
      return all;
    }
  }

  private static KindSchema read(Path file) throws IOException {
    String name = file.getFileName().toString();
    Matcher form = NAME.matcher(name);
    if (!form.matches()) {
      throw new IOException(file + " must be named after its kind, such as weighing-1.schema.json");
    }
    return new KindSchema(
        new RecordKind(form.group(1), Integer.parseInt(form.group(2))),
        FOLDER + "/" + name,
        description(file));
  }

  /** The description of a schema file without the licence that stands at its end. */
  static String description(Path file) throws IOException {
    try {
      Value root = Json.read(Files.readString(file)).root();
      if (root instanceof Value.Fields fields
          && fields.get("description") instanceof Value.Text text) {
        return LICENCE.matcher(text.value()).replaceFirst("");
      }
    } catch (GarbledData garbled) {
      throw new IOException(file + ": " + garbled.getMessage(), garbled);
    }
    throw new IOException(file + " has no description");
  }
}

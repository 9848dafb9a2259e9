// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents that ship are as their schemas say. */
class DocumentsTest {

  private static final Path CONFIG = Path.of("../../config");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "plates/vn.json, plate-forms, \"whole\"",
        "tolling/class-groups-example.json, class-groups, \"lowest\"",
        "tolling/display-words.json, display-words, \"otherwise\""
      })
  void aDocumentIsAsItsSchemaSaysAndASpoiltOneIsNot(String document, String schema, String member)
      throws IOException {
    String text = Files.readString(CONFIG.resolve(document));

    assertThat(faults(text, schema)).isZero();
    assertThat(faults(text.replaceFirst(member, "\"other\""), schema)).isPositive();
  }

  private static int faults(String document, String schema) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(CONFIG.resolve("schema/" + schema + ".schema.json")))
        .validate(document, InputFormat.JSON)
        .size();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wayside.core.data.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ships fits its schema, and the schema refuses what the reader refuses. */
class ShippedTariffsTest {

  private static final ObjectMapper JACKSON = new ObjectMapper();

  private static Set<ValidationMessage> faults(Path file, String json) throws IOException {
    Path schema = file.resolveSibling(JACKSON.readTree(json).get("$schema").asText());
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(schema))
        .validate(JACKSON.readTree(json));
  }

  @ParameterizedTest
  @CsvSource({"tolling/tariffs-example-vn.json", "calendars/vn.json"})
  void aFileFitsTheSchemaItNames(String name) throws IOException {
    Path file = Plans.CONFIG.resolve(name);
    assertThat(faults(file, Files.readString(file))).isEmpty();
  }

  @Test
  void aPlanIsCalledAsItsFile() throws Exception {
    assertThat(Plan.from(Node.read("x", Plans.shippedText())).id()).isEqualTo("example-vn");
    assertThat(Plans.calendar().id()).isEqualTo("vn");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "tolling/tariffs-example-vn.json | \"graceInMin\": 10 | \"graceInMin\": \"10\"",
        "tolling/tariffs-example-vn.json | \"how\": \"down\"  | \"how\": \"away\"",
        "tolling/tariffs-example-vn.json | \"from\": \"22:00\" | \"from\": \"24:00\"",
        "tolling/tariffs-example-vn.json | \"certainty\"      | \"sure\"",
        "calendars/vn.json               | \"holiday\"        | \"weekend\"",
        "calendars/vn.json               | \"2026-01-01\", \"kind\" | \"1 January\", \"kind\""
      })
  void aSchemaRefusesWhatTheReaderRefuses(String name, String right, String wrong)
      throws IOException {
    Path file = Plans.CONFIG.resolve(name);
    String json = Files.readString(file).replaceFirst(Pattern.quote(right), wrong);
    assertThat(faults(file, json)).isNotEmpty();
  }
}

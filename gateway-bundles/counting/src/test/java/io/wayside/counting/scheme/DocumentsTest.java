// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps and tables of units as documents: their schema, their reader, and any other text. */
class DocumentsTest {

  private static final Path CONFIG = Path.of("../../config");

  /** Reads a document. */
  private interface Reader {
    Object read(Node document) throws GarbledData;
  }

  private static JsonSchema schema(String name) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(CONFIG.resolve("schema/" + name + ".schema.json")));
  }

  private static List<String> documents(String folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(CONFIG.resolve(folder))) {
      for (Path file : files.sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static boolean reads(Reader reader, String text) {
    try {
      reader.read(Node.read("document", text));
      return true;
    } catch (GarbledData garbled) {
      assertThat(garbled).hasMessageContaining("document");
      return false;
    }
  }

  private static boolean fits(JsonSchema schema, String text) {
    return schema.validate(text, InputFormat.JSON).isEmpty();
  }

  @Test
  void whatIsShippedFitsItsSchemaAndIsRead() throws IOException {
    for (String map : documents("class-maps")) {
      assertThat(schema("class-map").validate(map, InputFormat.JSON)).isEmpty();
      assertThat(reads(ClassMap::from, map)).isTrue();
    }
    for (String table : documents("pcu")) {
      assertThat(schema("pcu-table").validate(table, InputFormat.JSON)).isEmpty();
      assertThat(reads(PcuTable::from, table)).isTrue();
    }
  }

  private static final String MAP =
      """
      {"from":["a"],"to":"b","rows":[
        {"class":"1","can":["x"],"source":"s","certainty":"verified"},
        {"class":"2","can":["x","y"],"cannotTell":"its body","source":"s","certainty":"secondary"}]}
      """;

  private static final String TABLE =
      """
      {"table":"t","scheme":"b","rows":[
        {"class":"1","flat":1.5,"hilly":2.5,"source":"s","certainty":"verified"}]}
      """;

  /** One change each, that neither the schema nor the reader takes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"from\":[\"a\"],| ",
        "\"from\":[\"a\"]|\"from\":\"a\"",
        "\"to\":\"b\"|\"to\":7",
        "\"to\":\"b\",| ",
        "\"can\":[\"x\"]|\"can\":[]",
        "\"can\":[\"x\"]|\"can\":\"x\"",
        "\"class\":\"1\",| ",
        "\"class\":\"1\"|\"class\":1",
        "\"certainty\":\"verified\"|\"certainty\":\"sure\"",
        "\"source\":\"s\",\"certainty\":\"verified\"|\"certainty\":\"verified\"",
        "\"rows\":|\"lines\":",
        "\"class\":\"1\"|\"klass\":\"1\"",
      })
  void aMapThatIsWrongIsRefusedBySchemaAndReaderAlike(String part, String instead)
      throws IOException {
    String wrong = MAP.replace(part, instead == null ? "" : instead);
    assertThat(wrong).isNotEqualTo(MAP);

    assertThat(fits(schema("class-map"), MAP)).isTrue();
    assertThat(fits(schema("class-map"), wrong)).as(wrong).isFalse();
    assertThat(reads(ClassMap::from, wrong)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"table\":\"t\",| ",
        "\"scheme\":\"b\",| ",
        "\"scheme\":\"b\"|\"scheme\":[]",
        "\"flat\":1.5,| ",
        "\"flat\":1.5|\"flat\":0",
        "\"flat\":1.5|\"flat\":-1",
        "\"flat\":1.5|\"flat\":\"1.5\"",
        "\"hilly\":2.5|\"hilly\":2000",
        "\"class\":\"1\"|\"class\":true",
        "\"certainty\":\"verified\"|\"certainty\":\"\"",
        "\"flat\"|\"level\"",
      })
  void aTableThatIsWrongIsRefusedBySchemaAndReaderAlike(String part, String instead)
      throws IOException {
    String wrong = TABLE.replace(part, instead == null ? "" : instead);
    assertThat(wrong).isNotEqualTo(TABLE);

    assertThat(fits(schema("pcu-table"), TABLE)).isTrue();
    assertThat(fits(schema("pcu-table"), wrong)).as(wrong).isFalse();
    assertThat(reads(PcuTable::from, wrong)).isFalse();
  }

  /** What a schema cannot say, the reader does. */
  @Test
  void aClassThatIsGivenTwiceIsRefusedByName() {
    String row = TABLE.substring(TABLE.indexOf("{\"class"), TABLE.indexOf("]}"));
    assertThat(reads(PcuTable::from, TABLE.replace(row, row + "," + row))).isFalse();
    String mapped = MAP.replace("\"class\":\"2\"", "\"class\":\"1\"");
    assertThat(reads(ClassMap::from, mapped)).isFalse();
  }

  @Test
  void mutatedDocumentsAreReadOrRefusedAndNothingElseEscapes() throws IOException {
    Random random = new Random(7);
    List<String> maps = documents("class-maps");
    String table = documents("pcu").get(0);
    int read = 0;
    for (int i = 0; i < 6_000; i++) {
      boolean map = random.nextBoolean();
      String text = map ? maps.get(random.nextInt(maps.size())) : table;
      read += reads(map ? ClassMap::from : PcuTable::from, mutated(text, random)) ? 1 : 0;
    }
    assertThat(read).as("some mutations do no harm, most do").isBetween(100, 5_000);
  }

  /** Bytes changed, left out, doubled, or cut off. */
  private static String mutated(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    for (int n = 0; n < 1 + random.nextInt(3); n++) {
      int at = random.nextInt(mutant.length());
      switch (random.nextInt(5)) {
        case 0 -> mutant.setCharAt(at, (char) random.nextInt(0x180));
        case 1 -> mutant.deleteCharAt(at);
        case 2 -> mutant.insert(at, "{}[]\",:0-".charAt(random.nextInt(9)));
        case 3 -> mutant.setLength(Math.max(1, at));
        default -> mutant.insert(at, mutant.substring(at, Math.min(mutant.length(), at + 40)));
      }
    }
    return mutant.toString();
  }
}

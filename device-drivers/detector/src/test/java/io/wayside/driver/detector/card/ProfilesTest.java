// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.driver.detector.Bench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProfilesTest {

  static List<Path> shipped() throws IOException {
    try (var files = Files.list(Bench.CONFIG.resolve("cards"))) {
      return files.toList();
    }
  }

  private static int faults(String document) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(Bench.CONFIG.resolve("schema/detector-card.schema.json")))
        .validate(document, InputFormat.JSON)
        .size();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedProfileIsAsItsSchemaSaysCanBeReadAndIsOfNoProduct(Path file) throws Exception {
    String text = Files.readString(file);

    assertThat(faults(text)).isZero();
    assertThat(faults(text.replaceFirst("\"channel", "\"chanel"))).isPositive();
    assertThat(text).contains("\"example\": true");
    Node document = Node.read(file.toString(), text);
    if (document.optional("lines").isPresent()) {
      assertThat(LineProfile.from(document).channels()).isNotEmpty();
    } else {
      assertThat(RegisterProfile.from(document).channels()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "example-counters|\"channel\": 2|\"channel\": 1|twice",
        "example-counters|\"form\": \"uint32\"|\"form\": \"int16\"|uint16 or uint32",
        "example-vehicles|\"slots\": 16|\"slots\": 15|multiple",
        "example-lines|(?<sequence>|(?<other>|sequenceNumbers",
        "example-lines|\"before\": \"*\"|\"before\": \"**\"|one character"
      })
  void aWrongProfileIsRefusedWithTheReason(String name, String what, String instead, String says)
      throws IOException {
    String text = Files.readString(Bench.CONFIG.resolve("cards").resolve(name + ".json"));
    assertThat(text).contains(what);
    String wrong = text.replace(what, instead);

    assertThatThrownBy(
            () -> {
              Node document = Node.read(name, wrong);
              if (document.optional("lines").isPresent()) {
                LineProfile.from(document);
              } else {
                RegisterProfile.from(document);
              }
            })
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining(says)
        .hasMessageContaining(name);
  }

  @Test
  void channelsThatAreCountedTwiceAreRefused() {
    String both =
        """
        {"registers":{"channels":[{"channel":1,"counter":{"address":0}}],
         "vehicles":{"newest":{"address":0},"first":16,"stride":2,"slots":4,
          "fields":{"number":0}}}}""";

    assertThatThrownBy(() -> RegisterProfile.from(Node.read("both", both)))
        .hasMessageContaining("twice");
  }
}

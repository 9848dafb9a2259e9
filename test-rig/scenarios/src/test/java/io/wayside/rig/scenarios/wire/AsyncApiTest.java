// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document as it is committed, checked as far as AsyncAPI 3.0.0 says what must be in it. */
class AsyncApiTest {

  private static final Path FILE = Repository.ROOT.resolve(AsyncApi.FILE);

  private final JsonNode document = read();

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(Files.readString(FILE));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void theCommittedDocumentIsThatOfTheSchemas() throws IOException {
    assertThat(Files.readString(FILE))
        .as("a schema has changed; write the document anew with: ./wayside rig asyncapi")
        .isEqualTo(AsyncApi.text(Repository.ROOT));
  }

  @Test
  void hasWhatEveryDocumentMustHave() {
    assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
    assertThat(document.at("/info/title").asText()).isNotEmpty();
    assertThat(document.at("/info/version").asText()).isNotEmpty();
    assertThat(document.at("/servers/broker/host").asText()).isNotEmpty();
    assertThat(document.at("/servers/broker/protocol").asText()).isEqualTo("mqtt");
    Set<String> known =
        Set.of("asyncapi", "info", "defaultContentType", "servers", "channels", "operations");
    document.fieldNames().forEachRemaining(name -> assertThat(known).contains(name));
  }

  @Test
  void everyParameterOfAnAddressIsExplainedAndNoOther() {
    for (JsonNode channel : document.path("channels")) {
      Set<String> inAddress = new HashSet<>();
      Pattern.compile("\\{([a-z]+)}")
          .matcher(channel.path("address").asText())
          .results()
          .forEach(result -> inAddress.add(result.group(1)));
      Set<String> explained = new HashSet<>();
      channel.path("parameters").fieldNames().forEachRemaining(explained::add);
      assertThat(explained).isEqualTo(inAddress).isNotEmpty();
      assertThat(channel.path("messages")).isNotEmpty();
    }
  }

  @Test
  void everyOperationPointsToAChannelAndSaysQosAndRetain() {
    Set<String> used = new HashSet<>();
    for (JsonNode operation : document.path("operations")) {
      String pointer = operation.at("/channel/$ref").asText();
      assertThat(document.at(pointer.substring(1)).isMissingNode()).as(pointer).isFalse();
      used.add(pointer);
      assertThat(operation.path("action").asText()).isIn("send", "receive");
      assertThat(operation.at("/bindings/mqtt/qos").asInt()).isEqualTo(1);
      assertThat(operation.at("/bindings/mqtt/retain").isBoolean()).isTrue();
      assertThat(operation.at("/bindings/mqtt/bindingVersion").asText()).isEqualTo("0.2.0");
    }
    assertThat(used).hasSize(document.path("channels").size());
    assertThat(document.at("/operations/send-status/bindings/mqtt/retain").asBoolean()).isTrue();
    assertThat(document.at("/operations/receive-command/action").asText()).isEqualTo("receive");
  }

  @Test
  void everySchemaThatIsReferredToIsThere() {
    int seen = 0;
    for (JsonNode reference : document.findValues("$ref")) {
      String text = reference.asText();
      if (!text.startsWith("#")) {
        assertThat(FILE.resolveSibling(text).normalize()).exists();
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(15);
  }

  @Test
  void everyKindWithASchemaHasAChannel() throws IOException {
    for (KindSchema schema : KindSchema.in(Repository.ROOT.resolve("config/schema"))) {
      String pointer =
          "/channels/record-"
              + schema.kind().name()
              + "/messages/"
              + schema.kind().name()
              + "-"
              + schema.kind().version()
              + "/name";
      assertThat(document.at(pointer).asText()).isEqualTo(schema.kind().toString());
    }
  }
}

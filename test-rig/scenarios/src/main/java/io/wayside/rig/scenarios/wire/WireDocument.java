// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The channels of the AsyncAPI document, as it is kept. */
final class WireDocument {

  private WireDocument() {}

  static List<WireChannel> channels(Path document) throws IOException {
    JsonNode root = new ObjectMapper().readTree(Files.readString(document));
    List<WireChannel> channels = new ArrayList<>();
    for (JsonNode channel : root.path("channels")) {
      Map<String, WireChannel.Form> messages = new LinkedHashMap<>();
      for (JsonNode message : channel.path("messages")) {
        messages.put(message.path("name").asText(), form(message.at("/payload/schema")));
      }
      channels.add(new WireChannel(channel.path("address").asText(), messages));
    }
    return channels;
  }

  private static WireChannel.Form form(JsonNode schema) {
    return schema.has("$ref")
        ? new WireChannel.Form(schema.path("$ref").asText(), Optional.empty())
        : new WireChannel.Form(
            schema.at("/allOf/0/$ref").asText(),
            Optional.of(schema.at("/allOf/1/properties/body/$ref").asText()));
  }
}

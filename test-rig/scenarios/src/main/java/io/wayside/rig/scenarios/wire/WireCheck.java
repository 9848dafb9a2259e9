// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wayside.core.data.Cbor;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks any message of the profiles WAYSIDE_JSON and WAYSIDE_CBOR seen at a broker against the
 * AsyncAPI document and the schemas: a test feeds it every message and expects no problem. May be
 * used by several threads.
 */
public final class WireCheck {

  private static final ObjectMapper JACKSON = new ObjectMapper();

  private final Path document;
  private final List<WireChannel> channels;
  private final SchemaJudge judge = new SchemaJudge();

  private WireCheck(Path document, List<WireChannel> channels) {
    this.document = document;
    this.channels = channels;
  }

  /** Reads the document and the schemas under the root of the repository. */
  public static WireCheck in(Path repository) throws IOException {
    Path document = repository.resolve(AsyncApi.FILE);
    return new WireCheck(document, WireDocument.channels(document));
  }

  /** What is wrong with a message, in words; empty when nothing is. */
  public List<String> problems(String topic, byte[] payload) {
    for (WireChannel channel : channels) {
      Optional<Map<String, String>> names = channel.match(topic);
      if (names.isPresent()) {
        List<String> found = new ArrayList<>();
        judge(channel, names.get(), payload, found);
        return found.stream().map(problem -> topic + ": " + problem).toList();
      }
    }
    return List.of(topic + ": no channel of " + AsyncApi.FILE + " has this topic");
  }

  private void judge(
      WireChannel channel, Map<String, String> names, byte[] payload, List<String> found) {
    try {
      Value value = read(payload);
      JsonNode content = JACKSON.readTree(Json.write(value));
      if (names.containsKey("stream")) {
        record(channel, names, value, content, found);
      } else {
        other(channel, names, content, found);
      }
    } catch (GarbledData | JsonProcessingException garbled) {
      found.add("the payload is neither JSON nor deterministic CBOR: " + garbled.getMessage());
    }
  }

  private static Value read(byte[] payload) throws GarbledData {
    if (payload.length > 0 && (payload[0] & 0xe0) == 0xa0) {
      return Cbor.decode(payload);
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(payload);
      return Json.read(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()).root();
    } catch (CharacterCodingException notUtf8) {
      throw new GarbledData("it is not UTF-8");
    }
  }

  private void record(
      WireChannel channel,
      Map<String, String> names,
      Value value,
      JsonNode content,
      List<String> found) {
    String kind = content.path("kind").asText();
    WireChannel.Form form = channel.messages().get(kind);
    if (form == null) {
      found.add(
          "kind \"" + kind + "\" has no schema, known here are " + channel.messages().keySet());
      return;
    }
    found.addAll(judge.faults(schema(form.whole()), content));
    form.body()
        .ifPresent(
            file ->
                judge
                    .faults(schema(file), content.path("body"))
                    .forEach(fault -> found.add("/body" + fault)));
    same(names, "gateway", content, found);
    same(names, "stream", content, found);
    try {
      JournalRecord record = RecordEnvelope.fromValue(value);
      if (!RecordEnvelope.hashHolds(record)) {
        found.add("/hash: does not follow from the content");
      }
    } catch (GarbledData noRecord) {
      found.add("it is no record: " + noRecord.getMessage());
    }
  }

  private void other(
      WireChannel channel, Map<String, String> names, JsonNode content, List<String> found) {
    channel.messages().values().stream()
        .map(form -> judge.faults(schema(form.whole()), content))
        .min(Comparator.comparingInt(List::size))
        .ifPresent(found::addAll);
    for (String name : List.of("tenant", "gateway")) {
      if (content.has(name)) {
        same(names, name, content, found);
      }
    }
  }

  private static void same(
      Map<String, String> names, String name, JsonNode content, List<String> found) {
    if (!content.path(name).asText().equals(names.get(name))) {
      found.add("/" + name + ": is not the topic's \"" + names.get(name) + "\"");
    }
  }

  private Path schema(String reference) {
    return document.resolveSibling(reference).normalize();
  }
}

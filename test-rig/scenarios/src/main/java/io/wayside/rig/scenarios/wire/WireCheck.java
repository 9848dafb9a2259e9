// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import java.io.IOException;
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
    Optional<Match> match = match(topic);
    if (match.isEmpty()) {
      return List.of(topic + ": no channel of " + AsyncApi.FILE + " has this topic");
    }
    List<String> found = new ArrayList<>();
    try {
      judge(match.get(), WirePayload.read(payload), found);
      if (WirePayload.isZipped(payload) && !match.get().isBatch()) {
        found.add("only batches are compressed");
      }
    } catch (GarbledData | JsonProcessingException garbled) {
      found.add("the payload is neither JSON nor deterministic CBOR: " + garbled.getMessage());
    }
    return found.stream().map(problem -> topic + ": " + problem).toList();
  }

  /** The channel of a topic, and what the topic names. */
  private record Match(WireChannel channel, Map<String, String> names) {
    boolean isBatch() {
      return channel.address().endsWith("/batch");
    }
  }

  private Optional<Match> match(String topic) {
    for (WireChannel channel : channels) {
      Optional<Map<String, String>> names = channel.match(topic);
      if (names.isPresent()) {
        return Optional.of(new Match(channel, names.get()));
      }
    }
    return Optional.empty();
  }

  private void judge(Match match, Value value, List<String> found) throws JsonProcessingException {
    JsonNode content = JACKSON.readTree(Json.write(value));
    if (match.names().containsKey("stream")) {
      record(match.channel(), match.names(), value, content, found);
    } else {
      other(match.channel(), match.names(), content, found);
    }
    if (match.isBatch() && value instanceof Value.Fields batch) {
      batch(match.names(), batch.get("records"), found);
    }
  }

  /** Each record of a batch is judged as if it had come on the topic of its kind and stream. */
  private void batch(Map<String, String> names, Value records, List<String> found)
      throws JsonProcessingException {
    if (!(records instanceof Value.Many many)) {
      return; // the schema has said so
    }
    for (int i = 0; i < many.values().size(); i++) {
      Value record = many.values().get(i);
      String kind = text(record, "kind").replaceFirst("/.*", "");
      String topic =
          String.join(
              "/",
              "way/v1",
              names.get("tenant"),
              names.get("gateway"),
              kind,
              text(record, "stream"));
      String place = "/records/" + i;
      List<String> faults = new ArrayList<>();
      Optional<Match> match = match(topic);
      if (match.isPresent()) {
        judge(match.get(), record, faults);
      } else {
        faults.add(": kind \"" + kind + "\" and its stream have no channel");
      }
      faults.forEach(fault -> found.add(place + fault));
    }
  }

  private static String text(Value record, String name) {
    return record instanceof Value.Fields fields && fields.get(name) instanceof Value.Text text
        ? text.value()
        : "";
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

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.event;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts of a document by their path, such as {@code ANPR/licensePlate}, without the root's name
 * and without name spaces, in lower case, since cameras of one make do not agree in these. The
 * first of several with one path counts.
 */
final class Leaves {

  private static final int MOST = 2_000;
  private static final int DEEPEST = 24;
  private static final int LONGEST_TEXT = 4_096;

  private final Map<String, String> texts = new HashMap<>();

  /** XML, JSON, or lines of {@code name.name=text}. */
  static Leaves of(byte[] part) throws GarbledData {
    String start = new String(part, 0, Math.min(part.length, 64), StandardCharsets.UTF_8).strip();
    Leaves leaves = new Leaves();
    if (start.startsWith("<") || start.startsWith("\uFEFF<")) {
      leaves.xml(part);
    } else if (start.startsWith("{")) {
      leaves.json("", Json.read(new String(part, StandardCharsets.UTF_8)).root(), 0);
    } else {
      new String(part, StandardCharsets.UTF_8).lines().forEach(leaves::line);
    }
    return leaves;
  }

  /** Of a JSON text. */
  static Leaves ofJson(String json) throws GarbledData {
    Leaves leaves = new Leaves();
    leaves.json("", Json.read(json).root(), 0);
    return leaves;
  }

  private void xml(byte[] part) throws GarbledData {
    try {
      XMLStreamReader reader = SafeXml.reader(part);
      Deque<String> path = new ArrayDeque<>();
      StringBuilder text = new StringBuilder();
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            path.addLast(reader.getLocalName());
            text.setLength(0);
            if (path.size() > DEEPEST) {
              throw new GarbledData("an event is nested deeper than " + DEEPEST);
            }
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            put(String.join("/", path.stream().skip(1).toList()), text.toString());
            path.removeLast();
            text.setLength(0);
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new GarbledData("an event has a document type or an entity of its own");
          default -> {
            // Comments and instructions say nothing.
          }
        }
      }
    } catch (XMLStreamException | RuntimeException wrong) {
      throw new GarbledData("an event is no XML: " + wrong.getMessage());
    }
  }

  private void json(String path, Value value, int depth) throws GarbledData {
    if (depth > DEEPEST) {
      throw new GarbledData("an event is nested deeper than " + DEEPEST);
    }
    if (value instanceof Value.Fields fields) {
      for (Map.Entry<String, Value> member : fields.values().entrySet()) {
        json(
            path.isEmpty() ? member.getKey() : path + "/" + member.getKey(),
            member.getValue(),
            depth + 1);
      }
    } else if (value instanceof Value.Many many) {
      for (Value one : many.values()) {
        json(path, one, depth + 1);
      }
    } else if (value instanceof Value.Text text) {
      put(path, text.value());
    } else if (value instanceof Value.Whole whole) {
      put(path, Long.toString(whole.value()));
    } else if (value instanceof Value.Real real) {
      put(path, Double.toString(real.value()));
    }
  }

  private void line(String line) {
    int equals = line.indexOf('=');
    if (equals > 0) {
      put(
          line.substring(0, equals).strip().replaceFirst("^Events\\[0\\]\\.", "").replace('.', '/'),
          line.substring(equals + 1));
    }
  }

  private void put(String path, String text) {
    String plain = text.strip();
    if (!plain.isEmpty() && plain.length() <= LONGEST_TEXT && texts.size() < MOST) {
      texts.putIfAbsent(path.toLowerCase(Locale.ROOT), plain);
    }
  }

  /** The first of these paths that there is; what cameras write for nothing is nothing. */
  Optional<String> text(String... paths) {
    for (String path : paths) {
      String text = texts.get(path.toLowerCase(Locale.ROOT));
      if (text != null && !isNothing(text)) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private static boolean isNothing(String text) {
    return text.equalsIgnoreCase("unknown")
        || text.equalsIgnoreCase("noplate")
        || text.equalsIgnoreCase("null");
  }

  OptionalInt whole(String... paths) {
    Optional<String> text = text(paths).filter(t -> t.matches("\\d{1,9}"));
    return text.isPresent() ? OptionalInt.of(Integer.parseInt(text.get())) : OptionalInt.empty();
  }

  /** Of what is said in percent. */
  OptionalDouble share(String... paths) {
    OptionalInt percent = whole(paths);
    return percent.isPresent() && percent.getAsInt() <= 100
        ? OptionalDouble.of(percent.getAsInt() / 100.0)
        : OptionalDouble.empty();
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rig;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON as far as a schema file needs it: maps, lists, texts, doubles, booleans, null. */
final class Json {

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static Object read(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.space();
    if (json.at != text.length()) {
      throw new IllegalArgumentException("something follows at " + json.at);
    }
    return value;
  }

  private Object value() {
    space();
    char c = text.charAt(at);
    if (c == '{') {
      return object();
    }
    if (c == '[') {
      return array();
    }
    if (c == '"') {
      return string();
    }
    int from = at;
    while (at < text.length() && ",]} \n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default -> Double.valueOf(word);
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    for (space(); text.charAt(at) != '}'; separator('}')) {
      space();
      String name = string();
      space();
      expect(':');
      if (object.containsKey(name)) {
        throw new IllegalArgumentException(name + " stands twice at " + at);
      }
      object.put(name, value());
    }
    at++;
    return object;
  }

  private List<Object> array() {
    List<Object> array = new ArrayList<>();
    at++;
    for (space(); text.charAt(at) != ']'; separator(']')) {
      array.add(value());
    }
    at++;
    return array;
  }

  private String string() {
    expect('"');
    int end = text.indexOf('"', at);
    String string = text.substring(at, end);
    if (string.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("no escapes are understood, at " + at);
    }
    at = end + 1;
    return string;
  }

  private void separator(char end) {
    space();
    if (text.charAt(at) != end) {
      expect(',');
      space();
    }
  }

  private void expect(char c) {
    if (text.charAt(at) != c) {
      throw new IllegalArgumentException("expected " + c + " at " + at);
    }
    at++;
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}

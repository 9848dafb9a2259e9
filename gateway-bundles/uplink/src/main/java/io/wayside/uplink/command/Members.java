// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import io.wayside.core.data.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The members of a JSON object, taken strictly. */
record Members(String what, Value.Fields fields) {

  private static final int LONGEST_SHOWN = 60; // characters of a sender's text in our words

  static Members of(String what, Value value) throws BadCommand {
    if (value instanceof Value.Fields fields) {
      return new Members(what, fields);
    }
    throw new BadCommand("malformed", what + " is a JSON object");
  }

  void allow(String... names) throws BadCommand {
    Set<String> known = Set.of(names);
    for (String name : fields.values().keySet()) {
      if (!known.contains(name)) {
        throw new BadCommand(
            "malformed", what + " has no member \"" + shown(name) + "\"; see docs/wire/mqtt.md");
      }
    }
  }

  String text(String name) throws BadCommand {
    if (fields.get(name) instanceof Value.Text text) {
      return text.value();
    }
    throw new BadCommand("malformed", "\"" + name + "\" of " + what + " must be a text");
  }

  Instant time(String name) throws BadCommand {
    String text = text(name);
    try {
      return Instant.parse(text);
    } catch (DateTimeException notATime) {
      throw new BadCommand(
          "malformed",
          "\""
              + name
              + "\" must be a time such as 2026-11-21T05:00:00Z, not \""
              + shown(text)
              + "\"");
    }
  }

  /** An object; nothing when it is absent. */
  Value.Fields object(String name) throws BadCommand {
    Value value = fields.get(name);
    if (value instanceof Value.Fields object) {
      return object;
    }
    if (value instanceof Value.Absent) {
      return new Value.Fields(Map.of());
    }
    throw new BadCommand("malformed", "\"" + name + "\" of " + what + " must be an object");
  }

  static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : cut(text) + "…";
  }

  private static String cut(String text) {
    int end = Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1)) ? 1 : 0;
    return text.substring(0, LONGEST_SHOWN - end);
  }
}

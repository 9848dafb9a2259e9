// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.desk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options with a value each, as a verb knows them. */
record DeskOptions(Map<String, String> given) {

  /** The folder of a gateway that was installed as its documents say. */
  private static final String STATE = "/var/lib/wayside";

  /** What was typed is not understood. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String words) {
      super(words);
    }
  }

  DeskOptions {
    given = Map.copyOf(given);
  }

  static DeskOptions parse(Set<String> known, String... arguments) throws Wrong {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!known.contains(arguments[i])) {
        throw new Wrong("\"" + arguments[i] + "\" is not expected here");
      }
      if (i + 1 == arguments.length) {
        throw new Wrong(arguments[i] + " wants a value after it");
      }
      if (given.put(arguments[i], arguments[i + 1]) != null) {
        throw new Wrong(arguments[i] + " is there twice");
      }
    }
    return new DeskOptions(given);
  }

  Path state() {
    return Path.of(given.getOrDefault("--state", STATE));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name));
  }

  String wanted(String name) throws Wrong {
    return text(name).orElseThrow(() -> new Wrong(name + " is wanted"));
  }

  long whole(String name) throws Wrong {
    String text = wanted(name);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException none) {
      throw new Wrong(name + " must be a whole number, not \"" + text + "\"");
    }
  }
}

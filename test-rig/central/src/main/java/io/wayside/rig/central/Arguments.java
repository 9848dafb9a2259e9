// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options of the form {@code --name value}, and switches without a value. */
final class Arguments {

  private final Map<String, String> values = new LinkedHashMap<>();

  Arguments(List<String> words, Set<String> options, Set<String> switches) throws BadArguments {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (values.containsKey(word)) {
        throw new BadArguments(word + " is given twice");
      } else if (switches.contains(word)) {
        values.put(word, "");
      } else if (!options.contains(word)) {
        throw new BadArguments("\"" + word + "\" is not known here");
      } else if (i + 1 == words.size()) {
        throw new BadArguments(word + " needs a value");
      } else {
        values.put(word, words.get(++i));
      }
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  String required(String name) throws BadArguments {
    String value = values.get(name);
    if (value == null || value.isEmpty()) {
      throw new BadArguments(name + " is missing");
    }
    return value;
  }

  String optional(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) throws BadArguments {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException notANumber) {
      throw new BadArguments(name + " \"" + value + "\" must be a whole number");
    }
  }
}

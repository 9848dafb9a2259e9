// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of the form {@code --name value}, and switches without a value. */
final class Arguments {

  /** Options that may be given several times. */
  private static final Set<String> REPEATED = Set.of("--broker", "--key", "--keys");

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  Arguments(List<String> words, Set<String> options, Set<String> switches) throws BadArguments {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (values.containsKey(word) && !REPEATED.contains(word)) {
        throw new BadArguments(word + " is given twice");
      } else if (switches.contains(word)) {
        values.put(word, List.of(""));
      } else if (!options.contains(word)) {
        throw new BadArguments("\"" + word + "\" is not known here");
      } else if (i + 1 == words.size()) {
        throw new BadArguments(word + " needs a value");
      } else {
        values.computeIfAbsent(word, none -> new ArrayList<>()).add(words.get(++i));
      }
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  Optional<String> given(String name) {
    return all(name).stream().filter(value -> !value.isEmpty()).findFirst();
  }

  String required(String name) throws BadArguments {
    return given(name).orElseThrow(() -> new BadArguments(name + " is missing"));
  }

  String optional(String name, String otherwise) {
    return given(name).orElse(otherwise);
  }

  long number(String name, long otherwise) throws BadArguments {
    Optional<String> value = given(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return Long.parseLong(value.get());
    } catch (NumberFormatException notANumber) {
      throw new BadArguments(name + " \"" + value.get() + "\" must be a whole number");
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of a command line: with a value once, with a value several times, and without. */
final class Options {

  private final Map<String, List<String>> values = new HashMap<>();

  private Options() {}

  static Options parse(Set<String> once, Set<String> often, Set<String> plain, String... words)
      throws Refused {
    Options parsed = new Options();
    for (int i = 0; i < words.length; i++) {
      String name = words[i];
      List<String> given = parsed.values.computeIfAbsent(name, n -> new ArrayList<>());
      if (plain.contains(name)) {
        given.add("");
      } else if (!once.contains(name) && !often.contains(name)) {
        throw Refused.usage("there is no option \"" + name + "\"; --help lists them");
      } else if (i + 1 == words.length) {
        throw Refused.usage(name + " wants a value after it");
      } else if (once.contains(name) && !given.isEmpty()) {
        throw Refused.usage(name + " is given twice");
      } else {
        given.add(words[++i]);
      }
    }
    return parsed;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  Optional<String> one(String name) {
    return all(name).stream().findFirst();
  }

  String required(String name) throws Refused {
    return one(name).orElseThrow(() -> Refused.usage(name + " is missing; --help shows how"));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of a command line: those with a value after them and those without. */
final class Arguments {

  private final Map<String, String> values = new HashMap<>();
  private final Set<String> switches = new HashSet<>();

  private Arguments() {}

  /**
   * @param valued names of the options with a value
   * @param plain names of the options without
   */
  static Arguments parse(Set<String> valued, Set<String> plain, String... arguments) throws Wrong {
    Arguments parsed = new Arguments();
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i];
      if (plain.contains(name)) {
        parsed.switches.add(name);
      } else if (!valued.contains(name)) {
        throw new Wrong("there is no option \"" + name + "\"; --help lists them");
      } else if (i + 1 == arguments.length) {
        throw new Wrong(name + " wants a value after it");
      } else if (parsed.values.put(name, arguments[++i]) != null) {
        throw new Wrong(name + " is given twice");
      }
    }
    return parsed;
  }

  boolean has(String name) {
    return switches.contains(name) || values.containsKey(name);
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String required(String name) throws Wrong {
    return optional(name).orElseThrow(() -> new Wrong(name + " is missing; --help shows how"));
  }

  /** A number of at least {@code least}. */
  Optional<Double> number(String name, double least) throws Wrong {
    Optional<String> text = optional(name);
    return text.isEmpty() ? Optional.empty() : Optional.of(number(name, text.get(), least));
  }

  static double number(String where, String text, double least) throws Wrong {
    double number;
    try {
      number = Double.parseDouble(text.strip());
    } catch (NumberFormatException notNumber) {
      throw new Wrong(where + ": \"" + text.strip() + "\" is not a number");
    }
    if (!Double.isFinite(number) || number < least) {
      throw new Wrong(where + ": " + text.strip() + " must be a number from " + least);
    }
    return number;
  }

  /** One of a closed set of words. */
  <E extends Enum<E>> Optional<E> word(String name, Class<E> words) throws Wrong {
    Optional<String> text = optional(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (E word : words.getEnumConstants()) {
      if (word.toString().equals(text.get())) {
        return Optional.of(word);
      }
    }
    throw new Wrong(
        name
            + ": \""
            + text.get()
            + "\" is none of "
            + String.join(
                ", ", Arrays.stream(words.getEnumConstants()).map(Object::toString).toList()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options {@code --name value} and {@code --name}, each at most once. */
record Words(Map<String, String> values) {

  /**
   * @throws IllegalArgumentException naming the option that is unknown, doubled or has no value
   */
  static Words of(List<String> arguments, List<String> valued, List<String> bare, String help) {
    Map<String, String> values = new HashMap<>();
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String option = rest.remove();
      if (!valued.contains(option) && !bare.contains(option)) {
        throw new IllegalArgumentException(
            "unknown option " + option + "; " + help + " lists them");
      }
      if (valued.contains(option) && rest.isEmpty()) {
        throw new IllegalArgumentException(option + " needs a value after it");
      }
      if (values.put(option, bare.contains(option) ? "" : rest.remove()) != null) {
        throw new IllegalArgumentException(option + " is given twice");
      }
    }
    return new Words(Map.copyOf(values));
  }

  boolean has(String option) {
    return values.containsKey(option);
  }

  Optional<String> text(String option) {
    return Optional.ofNullable(values.get(option));
  }

  long whole(String option, long otherwise, long least, long most) {
    String text = values.getOrDefault(option, Long.toString(otherwise));
    long number = text.matches("[0-9]{1,10}") ? Long.parseLong(text) : -1;
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          option + " takes a whole number from " + least + " to " + most + ", not " + text);
    }
    return number;
  }
}

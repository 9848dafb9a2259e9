// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Options with a value each. */
final class Options {

  private final Map<String, String> values = new HashMap<>();

  Options(List<String> arguments, String... known) {
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      if (!List.of(known).contains(name)) {
        throw new IllegalArgumentException(
            "there is no option \"" + name + "\"; there are " + String.join(", ", known));
      }
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(name + " wants a value after it");
      }
      values.put(name, arguments.get(i + 1));
    }
  }

  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("needs " + name + "; --help says more");
    }
    return value;
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  long whole(String name, long otherwise) {
    String value = values.get(name);
    if (value != null && !value.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException(name + " wants a whole number, not " + value);
    }
    return value == null ? otherwise : Long.parseLong(value);
  }

  double number(String name, double otherwise, double least, double most) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    double number = value.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(value) : -1;
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          name + " wants a number from " + least + " to " + most + ", not " + value);
    }
    return number;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.devices;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of the form {@code --name value}, each at most once. */
record DeviceOptions(Map<String, String> values) {

  /** Wrong usage, in words. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static DeviceOptions parse(List<String> arguments, Set<String> known) throws Wrong {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (!known.contains(option)) {
        throw new Wrong("\"" + option + "\" is not expected");
      }
      if (i + 1 == arguments.size()) {
        throw new Wrong(option + " wants a value after it");
      }
      if (values.put(option, arguments.get(i + 1)) != null) {
        throw new Wrong(option + " is given twice");
      }
    }
    return new DeviceOptions(Map.copyOf(values));
  }

  Optional<String> text(String option) {
    return Optional.ofNullable(values.get(option));
  }

  int number(String option, int otherwise, int least, int most) throws Wrong {
    String text = values.getOrDefault(option, Integer.toString(otherwise));
    if (!text.matches("[0-9]{1,9}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw new Wrong(
          "%s wants a whole number from %d to %d, not \"%s\"".formatted(option, least, most, text));
    }
    return Integer.parseInt(text);
  }

  /** Empty to go on until told to stop. */
  Optional<Duration> time(String option) throws Wrong {
    String text = values.get(option);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Duration.parse("PT" + text.toUpperCase(Locale.ROOT)));
    } catch (DateTimeParseException e) {
      throw new Wrong(option + " wants a time such as 30s or 5m, not \"" + text + "\"");
    }
  }
}

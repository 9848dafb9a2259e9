// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options of a command line, each with a value; the help text says which there are. */
public final class Options {

  private static final Pattern NAME = Pattern.compile("(?m)^  (--[a-z-]+)");

  private final Map<String, String> values = new HashMap<>();

  private Options() {}

  public static Options of(String usage, String... arguments) throws Wrong {
    Options options = new Options();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i];
      if (!known(usage, name)) {
        throw new Wrong("there is no option \"" + name + "\"; --help lists them");
      }
      if (i + 1 == arguments.length) {
        throw new Wrong(name + " wants a value after it");
      }
      if (options.values.put(name, arguments[i + 1]) != null) {
        throw new Wrong(name + " is given twice");
      }
    }
    return options;
  }

  public Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public String required(String name) throws Wrong {
    return optional(name).orElseThrow(() -> new Wrong(name + " is missing; --help shows how"));
  }

  private static boolean known(String usage, String name) {
    Matcher names = NAME.matcher(usage);
    while (names.find()) {
      if (names.group(1).equals(name)) {
        return true;
      }
    }
    return false;
  }
}

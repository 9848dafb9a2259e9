// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.page;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The parameters of a request. */
final class Query {

  private final Map<String, String> values = new LinkedHashMap<>();

  /** A parameter is not as it should be; the message says which and how it should. */
  static final class Wrong extends Exception {

    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  Query(URI uri, Set<String> allowed) throws Wrong {
    String raw = uri.getRawQuery();
    for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (!allowed.contains(name)) {
        throw new Wrong("there is no parameter \"" + name + "\", only " + allowed);
      }
      values.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
  }

  String text(String name) {
    return values.getOrDefault(name, "");
  }

  long number(String name, long least, long most, long otherwise) throws Wrong {
    String text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw new Wrong(name + " \"" + text + "\" must be a whole number");
    }
    throw new Wrong(name + " " + text + " must be " + least + " to " + most);
  }

  private static String decoded(String text) throws Wrong {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      throw new Wrong("\"" + text + "\" has a % without two hexadecimal digits");
    }
  }
}

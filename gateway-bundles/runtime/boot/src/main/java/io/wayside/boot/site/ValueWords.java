// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;

/** Says in an error what was found in the document. */
final class ValueWords {

  /** Longer texts are cut in messages. */
  private static final int LONGEST = 60;

  private ValueWords() {}

  static String found(Value value) {
    if (value instanceof Value.Fields) {
      return "an object";
    }
    if (value instanceof Value.Many) {
      return "a list";
    }
    return value instanceof Value.Absent ? "null" : quoted(value);
  }

  /** A scalar as it is written, cut when it is long. */
  static String quoted(Value value) {
    String text = Json.write(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
  }
}

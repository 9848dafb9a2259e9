// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import io.wayside.driver.llrp.codec.Dictionary;
import io.wayside.driver.llrp.codec.Element;
import io.wayside.driver.llrp.codec.Parameter;
import java.util.Optional;

/**
 * What a reader says became of a request.
 *
 * @param code 0 when it was done; any other is a failure, also one that no standard has
 * @param words for people
 */
record Status(int code, String words) {

  static final int DONE = 0;

  static Status of(Element answer) {
    Optional<Parameter> status = answer.last("LLRPStatus");
    if (status.isEmpty()) {
      return new Status(-1, "an answer without a status");
    }
    int code = (int) status.get().number("statusCode");
    String said = status.get().octets("errorDescription").text().orElse("").strip();
    StringBuilder words = new StringBuilder("status ").append(code);
    words.append(" (").append(meaning(code)).append(")");
    if (!said.isEmpty()) {
      words.append(", \"").append(said).append('"');
    }
    where(status.get(), words);
    return new Status(code, words.toString());
  }

  boolean isDone() {
    return code == DONE;
  }

  private static void where(Element status, StringBuilder words) {
    status
        .last("ParameterError")
        .ifPresent(
            error -> {
              int type = (int) error.number("parameterType");
              words.append(" in ").append(name(type));
              where(error, words);
            });
    status
        .last("FieldError")
        .ifPresent(
            error ->
                words
                    .append(" at field ")
                    .append(error.number("fieldNumber"))
                    .append(": ")
                    .append(meaning((int) error.number("errorCode"))));
  }

  private static String name(int type) {
    return type < 1024 ? Dictionary.parameter(type).name() : "parameter " + type;
  }

  /** The standard's codes; 200 and up say of a parameter what 100 and up say of a message. */
  private static String meaning(int code) {
    return switch (code) {
      case 0 -> "done";
      case 100, 200 -> "an error in a parameter";
      case 101, 201 -> "an error in a field";
      case 102, 202 -> "an unexpected parameter";
      case 103, 203 -> "a missing parameter";
      case 104, 204 -> "a doubled parameter";
      case 105, 205 -> "too many parameters";
      case 106, 206 -> "too many fields";
      case 107, 207 -> "an unknown parameter";
      case 108, 208 -> "an unknown field";
      case 109 -> "a message it does not support";
      case 110 -> "a version it does not support";
      case 111, 209 -> "a parameter it does not support";
      case 112 -> "a message that was not expected now";
      case 300 -> "a value it does not take";
      case 301 -> "a value out of its range";
      case 401 -> "a fault of the reader";
      default -> "a failure that no standard names";
    };
  }
}

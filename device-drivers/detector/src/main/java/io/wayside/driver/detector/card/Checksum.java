// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector.card;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Two hexadecimal digits after the last of a character, over what stands before it.
 *
 * @param from the first character that counts
 * @param before what stands before the digits and does not count
 */
record Checksum(Kind kind, int from, String before) {

  /** How bytes are put together. */
  enum Kind {
    XOR8,
    SUM8
  }

  static Checksum from(Node node) throws GarbledData {
    Optional<Node> from = node.optional("from");
    String before = node.member("before").text();
    if (before.length() != 1) {
      throw node.wrong("has a \"before\" that is not one character");
    }
    return new Checksum(
        node.member("kind").word(Kind.class), from.isEmpty() ? 0 : from.get().whole(0, 16), before);
  }

  /** The line without its digits; empty if they are not there or wrong. */
  Optional<String> checked(String line) {
    int end = line.lastIndexOf(before);
    if (end < from || !line.substring(end + 1).matches("[0-9A-Fa-f]{2}")) {
      return Optional.empty();
    }
    int sum = 0;
    for (byte each : line.substring(from, end).getBytes(StandardCharsets.ISO_8859_1)) {
      sum = kind == Kind.XOR8 ? sum ^ each : sum + each;
    }
    return (sum & 0xFF) == Integer.parseInt(line.substring(end + 1), 16)
        ? Optional.of(line.substring(0, end))
        : Optional.empty();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.displayline;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code $SHOW,SECONDS,ROW|ROW*HH} and a line end, in UTF-8; HH is the exclusive or of all bytes
 * between {@code $} and {@code *} in two hexadecimal digits. What is shown is forgotten after so
 * many seconds.
 */
final class BoardSentence {

  private static final String HEX = "0123456789ABCDEF";

  private BoardSentence() {}

  static byte[] show(List<String> rows, int seconds) {
    String content =
        "SHOW,"
            + seconds
            + ","
            + String.join("|", rows.stream().map(BoardSentence::harmless).toList());
    int sum = 0;
    for (byte each : content.getBytes(StandardCharsets.UTF_8)) {
      sum ^= each & 0xff;
    }
    String sentence = "$" + content + "*" + HEX.charAt(sum >> 4) + HEX.charAt(sum & 0xf) + "\r\n";
    return sentence.getBytes(StandardCharsets.UTF_8);
  }

  /** Without what ends a sentence or a row. */
  private static String harmless(String row) {
    return row.replaceAll("[$*|\\p{Cntrl}]", " ");
  }
}

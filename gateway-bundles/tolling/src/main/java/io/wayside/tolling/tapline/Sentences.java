// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tapline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bytes to sentences: {@code $TEXT*HH} and a line end, HH being the exclusive or of TEXT's bytes in
 * two hexadecimal digits. What is not of this form, or has another check sum, is counted and left
 * out; a line that does not end is given up at its greatest length.
 */
final class Sentences {

  /** Longest line, its frame included. */
  static final int LONGEST = 200;

  private static final int FRAME = 4;

  private final byte[] line = new byte[LONGEST];
  private int length;
  private boolean tooLong;
  private long damaged;

  List<String> take(byte[] bytes, int count) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte each = bytes[i];
      if (each == '\r' || each == '\n') {
        end(found);
      } else if (length == LONGEST) {
        tooLong = true;
      } else {
        line[length++] = each;
      }
    }
    return found;
  }

  private void end(List<String> found) {
    if (tooLong) {
      damaged++;
    } else if (length > 0) {
      sentence(found);
    }
    length = 0;
    tooLong = false;
  }

  private void sentence(List<String> found) {
    int star = length - FRAME + 1;
    if (length <= FRAME || line[0] != '$' || line[star] != '*') {
      damaged++;
      return;
    }
    int sum = 0;
    boolean printable = true;
    for (int i = 1; i < star; i++) {
      sum ^= line[i];
      printable &= line[i] >= ' ' && line[i] < 0x7f && line[i] != '\\' && line[i] != '*';
    }
    String told = new String(line, star + 1, 2, StandardCharsets.ISO_8859_1);
    if (printable && told.equalsIgnoreCase(String.format(Locale.ROOT, "%02x", sum & 0xff))) {
      found.add(new String(line, 1, star - 1, StandardCharsets.ISO_8859_1));
    } else {
      damaged++;
    }
  }

  /** Lines that were no sentence. */
  long damaged() {
    return damaged;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lines of a modem in its bytes, and the prompt that has no line end. Whatever comes, no
 * more than one line is kept. Not for several threads.
 */
public final class ModemLines {

  /** What a modem waits for the text of a message with. */
  public static final String PROMPT = "> ";

  /** A text message as hexadecimal UCS2 has 560 characters; nothing a modem says is longer. */
  static final int LONGEST = 1_024;

  private final byte[] line = new byte[LONGEST];
  private int length;
  private boolean tooLong;
  private long dropped;

  /** The lines that end in these bytes; empty lines are left out. */
  public List<String> take(byte[] bytes, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte next = bytes[i];
      if (next == '\r' || next == '\n') {
        end(lines);
      } else if (length == LONGEST) {
        tooLong = true;
      } else {
        line[length++] = next;
        if (length == PROMPT.length() && text().equals(PROMPT)) {
          end(lines);
        }
      }
    }
    return lines;
  }

  private void end(List<String> lines) {
    if (tooLong) {
      dropped++;
    } else if (length > 0) {
      lines.add(text());
    }
    length = 0;
    tooLong = false;
  }

  private String text() {
    return new String(line, 0, length, StandardCharsets.ISO_8859_1);
  }

  /** Lines that were longer than any a modem sends. */
  public long dropped() {
    return dropped;
  }

  /** Forgets what has begun, as when a line was opened anew. */
  public void reset() {
    length = 0;
    tooLong = false;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.board;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A board of lamps with rows of letters. It shows what the last whole sentence said, for as many
 * seconds as that said, and nothing of a sentence whose check sum is another or that does not fit.
 */
public final class TextBoard {

  private static final String OPENING = "SHOW,";
  private static final long SECOND = 1_000_000_000L;

  private final int columns;
  private final int rows;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private List<String> lit = List.of();
  private long darkNanos;
  private int taken;
  private int refused;

  /** A board that is dark. */
  public TextBoard(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** Bytes come down its line, in any pieces. */
  public synchronized void hears(byte[] bytes, long nowNanos) {
    for (byte each : bytes) {
      if (each == '\n') {
        String sentence = line.toString(StandardCharsets.UTF_8).strip();
        line.reset();
        if (fits(sentence)) {
          taken++;
          light(sentence.substring(1 + OPENING.length(), sentence.lastIndexOf('*')), nowNanos);
        } else {
          refused++;
        }
      } else {
        line.write(each);
      }
    }
  }

  private boolean fits(String sentence) {
    int star = sentence.lastIndexOf('*');
    if (!sentence.startsWith("$" + OPENING) || star != sentence.length() - 3) {
      return false;
    }
    byte[] content = sentence.substring(1, star).getBytes(StandardCharsets.UTF_8);
    int sum = 0;
    for (byte each : content) {
      sum = (sum ^ each) & 0xFF;
    }
    if (!sentence.substring(star + 1).equals(String.format("%02X", sum))) {
      return false;
    }
    List<String> shown = shown(sentence.substring(1 + OPENING.length(), star));
    return shown.size() <= rows
        && shown.stream().allMatch(row -> row.codePointCount(0, row.length()) <= columns);
  }

  private static List<String> shown(String said) {
    String text = said.substring(said.indexOf(',') + 1);
    return text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
  }

  private void light(String said, long nowNanos) {
    lit = shown(said);
    darkNanos = nowNanos + Integer.parseInt(said.substring(0, said.indexOf(','))) * SECOND;
  }

  /** What a driver reads now; none when it is dark. */
  public synchronized List<String> reads(long nowNanos) {
    return nowNanos < darkNanos ? lit : List.of();
  }

  /** Sentences that it has shown. */
  public synchronized int taken() {
    return taken;
  }

  /** Lines of which it has shown nothing. */
  public synchronized int refused() {
    return refused;
  }
}

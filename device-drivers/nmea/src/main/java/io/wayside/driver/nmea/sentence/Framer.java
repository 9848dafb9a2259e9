// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence;

import io.wayside.core.device.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Finds sentences in bytes that come in any portions: {@code $…*hh} and {@code !…*hh}, with or
 * without a tag block {@code \…*hh\} before, with anything between. A sentence is found with the
 * last digit of its check sum; line ends end whatever was begun. Of several beginnings that the
 * check sum fits the last one counts, so that rubbish before a good sentence cannot swallow it.
 */
public final class Framer {

  /** With its tag block; the standard's 82 are exceeded by everybody. */
  public static final int LONGEST = 1024;

  private static final int CHECK_SUM = 3;
  private static final int NOWHERE = -CHECK_SUM - 1;
  private static final int MOST_BEGINNINGS = 8;

  private final Counts<Fault> faults = new Counts<>(Fault.class);

  /** From the first character on that may begin something. */
  private final byte[] line = new byte[LONGEST];

  private int length;

  /** Exclusive or of all characters kept. */
  private int sum;

  /** Where sentences may begin, with the sum up to and with that character. */
  private final int[] starts = new int[MOST_BEGINNINGS];

  private final int[] startSums = new int[MOST_BEGINNINGS];
  private int beginnings;

  private int star = NOWHERE;
  private int sumAtStar;

  /** The backslash after a good tag block, which begins the line. */
  private int tagEnd = NOWHERE;

  /** Whether anything came since the last line end, and whether it is accounted for. */
  private boolean anything;

  private boolean told;

  /** What was dropped, and why. */
  public Counts<Fault> faults() {
    return faults;
  }

  /**
   * Takes the next bytes.
   *
   * @param monotonicNanos when the last of them arrived
   * @param found is handed each sentence, at once
   */
  public void feed(byte[] bytes, int from, int to, long monotonicNanos, Consumer<Sentence> found) {
    for (int i = from; i < to; i++) {
      if (length == LONGEST) {
        makeRoom();
      }
      byte next = bytes[i];
      if (next > '*' && next != '\\' && next != 127) {
        plain(next, monotonicNanos, found);
      } else {
        special(next, monotonicNanos, found);
      }
    }
  }

  /** The stream has ended: what was begun will not be finished. */
  public void finish() {
    endLine();
  }

  private void plain(byte next, long nanos, Consumer<Sentence> found) {
    anything = true;
    if (length == 0) {
      return;
    }
    keep(next);
    if (length == star + CHECK_SUM) {
      checkSum(nanos, found);
    }
  }

  private void special(byte next, long nanos, Consumer<Sentence> found) {
    if (next == '\n' || next == '\r') {
      endLine();
    } else if (next == '$' || next == '!') {
      begin(next);
    } else if (next == '\\') {
      backslash();
    } else if (next >= ' ' && next != 127) {
      plain(next, nanos, found);
      if (next == '*' && length > 0) {
        star = length - 1;
        sumAtStar = sum ^ '*';
      }
    } else {
      anything = true;
      if (length > 0) {
        drop(Fault.UNPRINTABLE);
      }
    }
  }

  private void keep(byte next) {
    line[length++] = next;
    sum ^= next;
  }

  private void begin(byte next) {
    anything = true;
    keep(next);
    if (beginnings == MOST_BEGINNINGS) {
      beginnings--;
      System.arraycopy(starts, 1, starts, 0, beginnings);
      System.arraycopy(startSums, 1, startSums, 0, beginnings);
    }
    starts[beginnings] = length - 1;
    startSums[beginnings++] = sum;
  }

  private void backslash() {
    anything = true;
    boolean closes = inTag() && beginnings == 0 && length == star + CHECK_SUM;
    if (closes && (sumAtStar ^ '\\') == Digits.hex(line[star + 1], line[star + 2])) {
      keep((byte) '\\');
      tagEnd = length - 1;
      return;
    }
    if (closes) {
      drop(Fault.TAG_BLOCK);
      return;
    }
    if (beginnings > 0) {
      drop(Fault.NO_CHECK_SUM);
    }
    forget();
    keep((byte) '\\');
  }

  private boolean inTag() {
    return length > 0 && line[0] == '\\';
  }

  private void checkSum(long nanos, Consumer<Sentence> found) {
    int told = Digits.hex(line[star + 1], line[star + 2]);
    if (told == Digits.NONE) {
      star = NOWHERE;
      return;
    }
    for (int i = beginnings - 1; i >= 0; i--) {
      int start = starts[i];
      if ((sumAtStar ^ startSums[i]) == told && isLetter(line[start + 1])) {
        Sentence sentence =
            new Sentence(
                nanos, text(start, star), tagEnd == start - 1 ? text(1, tagEnd - CHECK_SUM) : "");
        this.told = true;
        forget();
        found.accept(sentence);
        return;
      }
    }
    if (beginnings > 0) {
      drop(Fault.WRONG_CHECK_SUM);
    }
  }

  private static boolean isLetter(byte next) {
    return next >= 'A' && next <= 'Z';
  }

  private String text(int from, int to) {
    return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private void endLine() {
    if (beginnings > 0) {
      drop(Fault.NO_CHECK_SUM);
    } else if (length > 0) {
      drop(Fault.TAG_BLOCK);
    } else if (anything && !told) {
      drop(Fault.NO_SENTENCE);
    }
    anything = false;
    told = false;
  }

  /** Goes on from the last beginning, unless it is that which is too long. */
  private void makeRoom() {
    int start = beginnings == 0 ? 0 : starts[beginnings - 1];
    if (start == 0 || tagEnd == start - 1) {
      drop(Fault.TOO_LONG);
      return;
    }
    faults.add(Fault.TOO_LONG);
    System.arraycopy(line, start, line, 0, length - start);
    length -= start;
    starts[0] = 0;
    startSums[0] = startSums[beginnings - 1];
    beginnings = 1;
    star = star < start ? NOWHERE : star - start;
    tagEnd = NOWHERE;
  }

  private void drop(Fault fault) {
    faults.add(fault);
    told = true;
    forget();
  }

  private void forget() {
    length = 0;
    sum = 0;
    beginnings = 0;
    star = NOWHERE;
    tagEnd = NOWHERE;
  }
}

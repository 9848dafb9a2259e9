// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import java.util.Optional;

/**
 * A sentence that carries a message or a part of one: {@code
 * !ttVDM|VDO,count,number,sequence,channel,letters,fill}.
 *
 * @param own the receiver's own message, VDO
 * @param count of parts, 1 to 9
 * @param number of this part, from 1
 * @param sequence a digit, or {@link #NONE}
 * @param channel A or B, 1 or 2, C or D, or {@link #NONE}
 * @param text the whole sentence
 * @param from where its letters begin
 * @param to where they end
 * @param fill bits to be left out at the end of the last part
 */
record Part(
    boolean own,
    int count,
    int number,
    char sequence,
    char channel,
    String text,
    int from,
    int to,
    int fill) {

  static final char NONE = ' ';

  /** Where the fields begin: after the start character, two of the talker and three of the kind. */
  private static final int FIELDS = 7;

  /** Whether a sentence is of this kind, well made or not. */
  static boolean is(String text) {
    return text.length() >= FIELDS - 1
        && text.charAt(0) == '!'
        && text.charAt(3) == 'V'
        && text.charAt(4) == 'D'
        && (text.charAt(5) == 'M' || text.charAt(5) == 'O');
  }

  /** Nothing when the fields are not what they should be. */
  static Optional<Part> of(String text) {
    // Three fields of one character at most, before and after commas.
    int at = FIELDS;
    if (text.length() < FIELDS + 9 || text.charAt(FIELDS - 1) != ',') {
      return Optional.empty();
    }
    int count = digit(text, at);
    int number = digit(text, at + 2);
    if (text.charAt(at + 1) != ',' || text.charAt(at + 3) != ',') {
      return Optional.empty();
    }
    at += 4;
    char sequence = field(text, at);
    at += sequence == NONE ? 1 : 2;
    char channel = field(text, at);
    at += channel == NONE ? 1 : 2;
    int end = text.length() - 2;
    int fill = digit(text, text.length() - 1);
    boolean good =
        text.charAt(at - 1) == ','
            && end >= at
            && text.charAt(end) == ','
            && fill >= 0
            && fill <= 5
            && number >= 1
            && number <= count;
    return good
        ? Optional.of(
            new Part(text.charAt(5) == 'O', count, number, sequence, channel, text, at, end, fill))
        : Optional.empty();
  }

  private static char field(String text, int at) {
    char only = text.charAt(at);
    return only == ',' ? NONE : only;
  }

  private static int digit(String text, int at) {
    char digit = text.charAt(at);
    return digit >= '0' && digit <= '9' ? digit - '0' : -1;
  }
}

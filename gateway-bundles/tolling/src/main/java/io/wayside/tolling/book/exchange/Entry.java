// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.tag.Hex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of a list: {@code NUMBER[/BITS] WORDS…}, or {@code -NUMBER[/BITS]} for a tag that leaves
 * the list. One object is used for all lines; what it says holds until the next.
 */
public final class Entry {

  /** What a tag can have. */
  public static final int MOST_BITS = 496;

  private final byte[] key = new byte[MOST_BITS / 8];
  private int bits;
  private boolean removal;
  private byte[] line = {};
  private int from;
  private int at;
  private int to;
  private int wordFrom;
  private int wordTo;
  private Place place = GarbledData::new;
  private final byte[] before = new byte[MOST_BITS / 8];
  private int bitsBefore;

  /** Reads the number at the beginning of a line. */
  void read(Place place, byte[] bytes, int from, int to) throws GarbledData {
    this.place = place;
    this.line = bytes;
    this.from = from;
    this.to = to;
    at = from;
    removal = at < to && bytes[at] == '-';
    at += removal ? 1 : 0;
    int digits = digits();
    bits = at < to && bytes[at] == '/' ? writtenBits(digits) : digits * 4;
    if (bits < 1 || bits > MOST_BITS || (bits + 7) / 8 * 2 != digits) {
      throw wrong(
          "a number of "
              + digits
              + " digits and "
              + bits
              + " bits; whole bytes of 1 to "
              + MOST_BITS
              + " bits are expected");
    }
    int spare = digits * 4 - bits;
    if ((key[digits / 2 - 1] & ((1 << spare) - 1)) != 0) {
      throw wrong("the number has bits set behind its " + bits + "; make them zero");
    }
    if (removal && at < to) {
      throw wrong("nothing may follow the number of a tag that leaves the list");
    }
  }

  private int digits() throws GarbledData {
    int digits = 0;
    for (; at < to && line[at] != ' ' && line[at] != '/'; at++) {
      int digit = Hex.digit(line[at]);
      if (digit < 0) {
        throw wrong("the number must be lower-case hexadecimal");
      }
      if (digits == MOST_BITS / 4) {
        throw wrong("the number is longer than " + MOST_BITS + " bits");
      }
      int index = digits / 2;
      key[index] = (byte) (digits % 2 == 0 ? digit << 4 : key[index] | digit);
      digits++;
    }
    return digits;
  }

  private int writtenBits(int digits) throws GarbledData {
    int number = 0;
    int begin = ++at;
    for (; at < to && line[at] >= '0' && line[at] <= '9' && number <= MOST_BITS; at++) {
      number = number * 10 + line[at] - '0';
    }
    if (at == begin || (at < to && line[at] != ' ')) {
      throw wrong("after / the number of bits is expected, as in 0a/7");
    }
    return digits == 0 ? 0 : number;
  }

  public int bits() {
    return bits;
  }

  /** The number, in as many bytes as {@link #bits} need. Not to be kept nor changed. */
  public byte[] key() {
    return key;
  }

  public int keyBytes() {
    return (bits + 7) / 8;
  }

  /** Whether the tag leaves the list. */
  public boolean isRemoval() {
    return removal;
  }

  /** Goes to the next word; false behind the last. */
  public boolean nextWord() throws GarbledData {
    if (at == to) {
      return false;
    }
    wordFrom = at + 1; // a blank stands between words
    wordTo = wordFrom;
    while (wordTo < to && line[wordTo] != ' ') {
      wordTo++;
    }
    if (line[at] != ' ' || wordTo == wordFrom) {
      throw wrong("exactly one blank stands between two words, and none at the end");
    }
    at = wordTo;
    return true;
  }

  /** Whether the word is this one. */
  public boolean is(String word) {
    if (wordTo - wordFrom != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (line[wordFrom + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The word as a whole number; -1 when it is none from 0 to {@code most}. */
  public int whole(int most) {
    int number = 0;
    for (int i = wordFrom; i < wordTo; i++) {
      if (line[i] < '0' || line[i] > '9' || number > most) {
        return -1;
      }
      number = number * 10 + line[i] - '0';
    }
    return number <= most ? number : -1;
  }

  /** Puts the word's bytes; false when it is not so many in lower-case hexadecimal. */
  public boolean hex(byte[] into, int index, int bytes) {
    if (wordTo - wordFrom != bytes * 2) {
      return false;
    }
    for (int i = 0; i < bytes; i++) {
      int high = Hex.digit(line[wordFrom + 2 * i]);
      int low = Hex.digit(line[wordFrom + 2 * i + 1]);
      if (high < 0 || low < 0) {
        return false;
      }
      into[index + i] = (byte) (high << 4 | low);
    }
    return true;
  }

  public String text() {
    return new String(line, wordFrom, wordTo - wordFrom, StandardCharsets.UTF_8);
  }

  /**
   * Whether it stands behind the one before, in the order of lists; keeps it to compare the next.
   */
  boolean follows() {
    int order =
        bits != bitsBefore
            ? bits - bitsBefore
            : Arrays.compareUnsigned(key, 0, keyBytes(), before, 0, keyBytes());
    System.arraycopy(key, 0, before, 0, keyBytes());
    bitsBefore = bits;
    return order > 0;
  }

  byte[] line() {
    return line;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** The error that something is wrong with this line. */
  public GarbledData wrong(String what) {
    return place.wrong(what);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.nio.charset.StandardCharsets;

/**
 * One tag of a report, in place: valid only while {@link ReportReader} shows it. A reader may leave
 * out what is as it was in the tag before (the standard's rule for parameters that are enabled and
 * absent); such values stay, and {@link #carries} tells them from those that came with this tag.
 */
public final class TagReport {

  /** Nothing of the kind has come on this connection. */
  public static final int NEVER = -1;

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_RESULTS = 16;

  byte[] buffer = new byte[0];
  int epcAt;
  int epcBits;

  /** A bit for each type below 32 that came with this tag. */
  int carried;

  long roSpecId = NEVER;
  long accessSpecId = NEVER;
  int antenna = NEVER;
  int channelIndex = NEVER;
  int count = NEVER;
  int rssiDbm;
  long firstSeenMicros = NEVER;
  long lastSeenMicros = NEVER;
  boolean uptime;

  private final int[] resultAt = new int[MOST_RESULTS];
  private int results;

  TagReport() {}

  void begin(byte[] bytes) {
    buffer = bytes;
    epcAt = 0;
    epcBits = 0;
    carried = 0;
    results = 0;
  }

  /** Those beyond the sixteenth are passed over: nobody asks for as many of one tag. */
  void addResult(int at) {
    if (results < MOST_RESULTS) {
      resultAt[results++] = at;
    }
  }

  void forget() {
    roSpecId = NEVER;
    accessSpecId = NEVER;
    antenna = NEVER;
    channelIndex = NEVER;
    count = NEVER;
    firstSeenMicros = NEVER;
    lastSeenMicros = NEVER;
    rssiDbm = 0;
  }

  /** Whether a parameter of this type, below 32, came with this tag. */
  public boolean carries(int type) {
    return (carried & 1 << type) != 0;
  }

  public int epcBits() {
    return epcBits;
  }

  /** Lower-case hexadecimal; the last byte is filled up with zero bits. */
  public String epcHex() {
    int size = (epcBits + 7) / 8;
    byte[] text = hex(epcAt, size);
    int padBits = size * 8 - epcBits;
    if (padBits > 0) {
      int last = buffer[epcAt + size - 1] & 0xFF << padBits;
      text[2 * size - 2] = DIGITS[last >> 4 & 15];
      text[2 * size - 1] = DIGITS[last & 15];
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Number of the ROSpec that heard it. */
  public long roSpecId() {
    return roSpecId;
  }

  public long accessSpecId() {
    return accessSpecId;
  }

  /** Antenna port, from 1. */
  public int antenna() {
    return antenna;
  }

  /** From 1, into the reader's table of frequencies. */
  public int channelIndex() {
    return channelIndex;
  }

  /** Replies of the tag since its last report; stays at 65,535 when there were more. */
  public int count() {
    return count;
  }

  /** Received strength; the highest of those counted. 0 when the reader does not say. */
  public int rssiDbm() {
    return rssiDbm;
  }

  /** When it was heard first, by the reader's clock. */
  public long firstSeenMicros() {
    return firstSeenMicros;
  }

  /** When it was heard last, by the reader's clock. */
  public long lastSeenMicros() {
    return lastSeenMicros;
  }

  /** Whether the reader's times count from its start, and not from 1970. */
  public boolean uptime() {
    return uptime;
  }

  /** How many reads of the tag's memory came back. */
  public int reads() {
    return results;
  }

  /** Which operation a read was. */
  public int readOpSpecId(int index) {
    return Octet.u16(buffer, resultAt[index] + 1);
  }

  /** 0 when it went well. */
  public int readResult(int index) {
    return buffer[resultAt[index]] & 0xFF;
  }

  /** What was read, lower-case hexadecimal. */
  public String readHex(int index) {
    int at = resultAt[index];
    return new String(hex(at + 5, 2 * Octet.u16(buffer, at + 3)), StandardCharsets.ISO_8859_1);
  }

  private byte[] hex(int at, int size) {
    byte[] text = new byte[2 * size];
    for (int i = 0; i < size; i++) {
      int b = buffer[at + i];
      text[2 * i] = DIGITS[b >> 4 & 15];
      text[2 * i + 1] = DIGITS[b & 15];
    }
    return text;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.cli;

import java.io.IOException;
import java.io.InputStream;

/** Hexadecimal text as the bytes it stands for; blanks and line ends are passed over. */
final class HexInput extends InputStream {

  private final InputStream text;
  private long line = 1;

  HexInput(InputStream text) {
    this.text = text;
  }

  /** Whether the text can only be hexadecimal: no LLRP of a known version begins like this. */
  static boolean isHex(int firstByte) {
    return firstByte >= '0' || isBlank(firstByte);
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  @Override
  public int read() throws IOException {
    int high = digit();
    if (high < 0) {
      return -1;
    }
    long begun = line;
    int low = digit();
    if (low < 0) {
      throw new NotHexadecimal("line " + begun + ": a byte has two hexadecimal digits, not one");
    }
    return high << 4 | low;
  }

  /** One byte at a time, so that what came before something wrong is not lost with it. */
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int next = read();
    if (next < 0) {
      return -1;
    }
    buffer[offset] = (byte) next;
    return 1;
  }

  private int digit() throws IOException {
    int c = text.read();
    while (isBlank(c)) {
      line += c == '\n' ? 1 : 0;
      c = text.read();
    }
    if (c < 0) {
      return -1;
    }
    int digit = Character.digit(c, 16);
    if (digit < 0) {
      throw new NotHexadecimal("line " + line + ": '" + (char) c + "' is no hexadecimal digit");
    }
    return digit;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.http;

import java.util.Arrays;

/** Bytes taken at the end and used up at the front. */
final class Buffer {

  private byte[] bytes = new byte[16_384];
  private int start;
  private int end;

  void add(byte[] more, int count) {
    if (end + count > bytes.length) {
      int length = end - start;
      byte[] target =
          length + count > bytes.length
              ? new byte[Math.max(2 * bytes.length, length + count)]
              : bytes;
      System.arraycopy(bytes, start, target, 0, length);
      bytes = target;
      start = 0;
      end = length;
    }
    System.arraycopy(more, 0, bytes, end, count);
    end += count;
  }

  int length() {
    return end - start;
  }

  byte at(int index) {
    return bytes[start + index];
  }

  void drop(int count) {
    start += count;
  }

  byte[] copy(int length) {
    return Arrays.copyOfRange(bytes, start, start + length);
  }

  /** Where the pattern begins, at or after an index; -1 if nowhere yet. */
  int find(byte[] pattern, int from) {
    for (int i = Math.max(0, from); i + pattern.length <= length(); i++) {
      if (at(i) == pattern[0] && has(pattern, i)) {
        return i;
      }
    }
    return -1;
  }

  boolean has(byte[] pattern, int index) {
    if (index < 0 || index + pattern.length > length()) {
      return false;
    }
    for (int k = 0; k < pattern.length; k++) {
      if (at(index + k) != pattern[k]) {
        return false;
      }
    }
    return true;
  }
}

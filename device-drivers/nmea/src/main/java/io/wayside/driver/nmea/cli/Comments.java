// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.cli;

/** Leaves out the lines of a log that begin with '#': people write them, no receiver does. */
final class Comments {

  private boolean atStart = true;
  private boolean within;

  /** Moves what is no comment to the front of the bytes and returns how much it is. */
  int leftOut(byte[] bytes, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      byte next = bytes[i];
      boolean lineEnd = next == '\n' || next == '\r';
      within = !lineEnd && (within || (atStart && next == '#'));
      atStart = lineEnd;
      if (!within) {
        bytes[kept++] = next;
      }
    }
    return kept;
  }
}

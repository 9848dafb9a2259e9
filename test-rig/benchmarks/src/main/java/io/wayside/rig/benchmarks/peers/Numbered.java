// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import io.wayside.rig.benchmarks.journal.SampleRecords;
import java.nio.charset.StandardCharsets;

/** The number that each record carries, in the records of every peer the same. */
final class Numbered {

  /** Added to each, so that all have the same number of digits. */
  static final long BASE = 1_000_000_000L;

  /** What stands for a message that carries no number. */
  static final int NONE = -1;

  private static final byte[] NAME = "\"number\":".getBytes(StandardCharsets.US_ASCII);

  private Numbered() {}

  /** A record of the usual size for peers that take any bytes. */
  static byte[] payload(int number) {
    byte[] payload = new byte[SampleRecords.BYTES];
    String start = "{\"number\":" + (BASE + number) + ",\"grossKg\":38250,\"filling\":\"";
    byte[] head = start.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, payload, 0, head.length);
    for (int i = head.length; i < payload.length - 2; i++) {
      payload[i] = 'x';
    }
    payload[payload.length - 2] = '"';
    payload[payload.length - 1] = '}';
    return payload;
  }

  /** The number in a payload that begins at {@code from}, or {@link #NONE}. */
  static int in(byte[] bytes, int from, int to) {
    for (int at = from; at <= to - NAME.length; at++) {
      if (bytes[at] == NAME[0] && matches(bytes, at)) {
        return number(bytes, at + NAME.length, to);
      }
    }
    return NONE;
  }

  private static boolean matches(byte[] bytes, int at) {
    for (int i = 1; i < NAME.length; i++) {
      if (bytes[at + i] != NAME[i]) {
        return false;
      }
    }
    return true;
  }

  private static int number(byte[] bytes, int from, int to) {
    long number = 0;
    for (int at = from; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      number = Math.min(10 * number + bytes[at] - '0', Long.MAX_VALUE / 20);
    }
    long above = number - BASE;
    return above < 0 || above > Integer.MAX_VALUE ? NONE : (int) above;
  }
}

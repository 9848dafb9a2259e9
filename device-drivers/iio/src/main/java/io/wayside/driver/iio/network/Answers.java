// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.network;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.link.Link;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What iiod sends: lines, and bytes of an announced number. */
final class Answers {

  private static final int LONGEST_LINE = 4096;
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final Link link;
  private final String who;
  private final int mostWaits;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;

  /**
   * Answers over a link.
   *
   * @param who for messages
   * @param patienceMs without a byte for so long there is no answer
   */
  Answers(Link link, String who, int patienceMs) {
    this.link = link;
    this.who = who;
    this.mostWaits = Math.max(1, patienceMs / (int) PATIENCE.toMillis());
  }

  private void fill() throws DeviceException {
    from = 0;
    to = 0;
    for (int waits = 0; to == 0; waits++) {
      if (waits == mostWaits) {
        throw new TimedOut(who + ": no answer; check that iiod runs and the converter samples");
      }
      to = link.read(buffer, PATIENCE);
    }
  }

  /** A line without its end; LF or CR LF. */
  String line() throws DeviceException {
    StringBuilder line = new StringBuilder();
    while (true) {
      if (from == to) {
        fill();
      }
      char next = (char) Byte.toUnsignedInt(buffer[from++]);
      if (next == '\n') {
        return line.toString().strip();
      }
      if (line.length() == LONGEST_LINE) {
        throw new Garbled(who + ": a line without end; check that iiod listens at this port");
      }
      line.append(next);
    }
  }

  /** A whole number on a line of its own; empty lines before it are passed over. */
  int number() throws DeviceException {
    String line = line();
    for (int empty = 0; line.isEmpty() && empty < 4; empty++) {
      line = line();
    }
    try {
      return Integer.parseInt(line);
    } catch (NumberFormatException noNumber) {
      String shown = line.length() > 40 ? line.substring(0, 40) + "…" : line;
      throw new Garbled(
          who + ": \"" + shown + "\" where a number is expected; is it iiod at this port?");
    }
  }

  void bytes(byte[] into, int at, int count) throws DeviceException {
    int end = at + count;
    for (int next = at; next < end; ) {
      if (from == to) {
        fill();
      }
      int some = Math.min(end - next, to - from);
      System.arraycopy(buffer, from, into, next, some);
      from += some;
      next += some;
    }
  }

  /** Text of an announced number of bytes, and the line end behind it. */
  String text(int count) throws DeviceException {
    byte[] bytes = new byte[count];
    bytes(bytes, 0, count);
    byte[] end = new byte[1];
    bytes(end, 0, 1);
    if (end[0] != '\n') {
      throw new Garbled(who + ": an answer is longer than it says");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

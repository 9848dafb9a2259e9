// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.card;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes the lines of a card as {@code example-lines} describes them. */
public final class TalkingCard {

  private static final int NUMBERS = 1_000;

  private int sequence;

  /**
   * @param sequence number of the last line before those that come
   */
  public TalkingCard(int sequence) {
    this.sequence = sequence;
  }

  /** The line of the next vehicle. */
  public byte[] vehicle(double kmh, double lengthM, String code) {
    sequence = (sequence + 1) % NUMBERS;
    return line(
        String.format(Locale.ROOT, "V,%d,1,%.1f,%.0f,%s", sequence, kmh, lengthM * 10, code));
  }

  /** A vehicle whose line nobody gets. */
  public void unheard() {
    sequence = (sequence + 1) % NUMBERS;
  }

  public byte[] heartbeat() {
    return line("H");
  }

  /**
   * What it says of its loop.
   *
   * @param code O open, S shorted, X other, - in order
   */
  public byte[] fault(char code) {
    return line("F,1," + code);
  }

  public void restarts() {
    sequence = 0;
  }

  private static byte[] line(String content) {
    int sum = 0;
    for (int i = 0; i < content.length(); i++) {
      sum ^= content.charAt(i);
    }
    return String.format("$%s*%02X\r\n", content, sum & 0xFF).getBytes(StandardCharsets.US_ASCII);
  }
}

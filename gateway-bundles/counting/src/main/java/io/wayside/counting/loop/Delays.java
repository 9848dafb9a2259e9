// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

/**
 * How late a channel says what happened; measured for each channel, because relays open later than
 * they close.
 *
 * @param onNanos from the cause to the contact's closing
 * @param offNanos from the cause to the contact's opening
 */
public record Delays(long onNanos, long offNanos) {

  public static final Delays NONE = new Delays(0, 0);

  public Delays {
    if (onNanos < 0 || offNanos < 0) {
      throw new IllegalArgumentException("a channel cannot speak before its cause");
    }
  }

  /**
   * A presence as it was caused. A contact that bounces is delayed as a whole, so the delays are
   * those of a presence and not of each of its edges.
   */
  Pulse cause(Pulse heard) {
    long on = heard.onNanos() - onNanos;
    long off = heard.offNanos() - (heard.cut() ? 0 : offNanos);
    return new Pulse(on, Math.max(on, off), heard.cut());
  }
}

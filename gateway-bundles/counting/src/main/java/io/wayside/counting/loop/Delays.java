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

  /** The edge at the moment of its cause. */
  public Edge cause(Port port, long heardNanos, boolean on) {
    return new Edge(port, heardNanos - (on ? onNanos : offNanos), on);
  }
}

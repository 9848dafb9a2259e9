// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.quality;

import java.util.regex.Pattern;

/**
 * A doubt or a circumstance that goes with a value for ever, named by a stable code. A station adds
 * its own codes and documents them in the schema of its record kind.
 *
 * @param code lower-case words joined by hyphens, such as {@code signal-interrupted}
 */
public record Flag(String code) implements Comparable<Flag> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** The reading came from a simulator and must never look real. */
  public static final Flag SIMULATED = new Flag("simulated");

  /** The signal was not at rest when the value was taken. */
  public static final Flag UNSTABLE = new Flag("unstable");

  /** The device said, or the value shows, that its range was left. */
  public static final Flag OUT_OF_RANGE = new Flag("out-of-range");

  /** The signal stopped for a while during what is recorded; something may be missing. */
  public static final Flag SIGNAL_INTERRUPTED = new Flag("signal-interrupted");

  /** The value contradicts what is physically plausible at this site. */
  public static final Flag IMPLAUSIBLE = new Flag("implausible");

  /** Wall time was not synchronised. */
  public static final Flag CLOCK_UNSYNCHRONISED = new Flag("clock-unsynchronised");

  public Flag {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "flag code \"" + code + "\" must be lower-case words joined by hyphens");
    }
  }

  @Override
  public int compareTo(Flag other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

/**
 * A gateway's record that numbers of a stream will not come, or not with their content: {@code
 * first}, {@code first + step} … up to {@code last}.
 */
public record Explanation(StreamKey key, Reason reason, long first, long last, long step) {

  /** Why they are not here. */
  public enum Reason {
    /** Left out on purpose, to make room for what matters more. */
    THINNED,
    /** Damaged or lost at the gateway. */
    LOST
  }

  public Explanation {
    if (first < 1 || last < first || step < 1) {
      throw new IllegalArgumentException(
          "numbers " + first + " to " + last + " by " + step + " are none");
    }
  }

  /** The lowest of its numbers that is not below this one; above {@link #last} when none is. */
  long from(long number) {
    if (number <= first) {
      return first;
    }
    long steps = (number - first - 1) / step + 1;
    return steps > (last - first) / step ? Long.MAX_VALUE : first + steps * step;
  }
}

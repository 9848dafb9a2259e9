// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

/**
 * Which numbers of one run of a lane were heard: each counts once, also when a network brings them
 * in another order. What is older than the last 1,024 counts as heard.
 */
final class ReplayWindow {

  static final int SPAN = 1_024;

  private final long[] heard = new long[SPAN / Long.SIZE];
  private long newest;

  /** Whether a number, from 1, is heard for the first time. */
  boolean admit(long number) {
    if (number > newest) {
      long from = Math.max(newest + 1, number - SPAN + 1);
      for (long missed = from; missed < number; missed++) {
        heard[word(missed)] &= ~bit(missed);
      }
      newest = number;
    } else if (newest - number >= SPAN || (heard[word(number)] & bit(number)) != 0) {
      return false;
    }
    heard[word(number)] |= bit(number);
    return true;
  }

  private static int word(long number) {
    return (int) (number % SPAN) / Long.SIZE;
  }

  private static long bit(long number) {
    return 1L << (number % Long.SIZE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import java.util.Locale;

/**
 * How a producer works: so many records at most, for so long, with so many not yet accepted at
 * once.
 *
 * @param first the number of its first record
 * @param most the most records
 * @param seconds the most seconds
 * @param outstanding the most records handed over and not yet accepted
 * @param perSecond the most records a second; 0 for as fast as it goes
 */
record Feed(int first, int most, double seconds, int outstanding, int perSecond) {

  /** As a line for a child process. */
  String toLine() {
    return String.format(
        Locale.ROOT, "%d %d %.3f %d %d", first, most, seconds, outstanding, perSecond);
  }

  static Feed ofLine(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 5) {
      throw new IllegalArgumentException("a feed has five words, not \"" + line + "\"");
    }
    return new Feed(
        Integer.parseInt(words[0]),
        Integer.parseInt(words[1]),
        Double.parseDouble(words[2]),
        Integer.parseInt(words[3]),
        Integer.parseInt(words[4]));
  }

  /**
   * What came of it.
   *
   * @param offered records handed over
   * @param accepted of these, how many the producer was told are accepted
   * @param refused of these, how many it was told are not
   * @param nanos from the first record to the last answer
   */
  record Result(int offered, int accepted, int refused, long nanos) {

    double perSecond() {
      return accepted * 1e9 / Math.max(1, nanos);
    }

    String toLine() {
      return String.format(Locale.ROOT, "%d %d %d %d", offered, accepted, refused, nanos);
    }

    static Result ofLine(String line) {
      String[] words = line.split(" ", -1);
      if (words.length != 4) {
        throw new IllegalArgumentException("a result has four words, not \"" + line + "\"");
      }
      return new Result(
          Integer.parseInt(words[0]),
          Integer.parseInt(words[1]),
          Integer.parseInt(words[2]),
          Long.parseLong(words[3]));
    }
  }
}

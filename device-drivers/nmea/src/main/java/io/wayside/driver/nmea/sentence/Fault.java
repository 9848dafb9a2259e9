// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence;

/** Why bytes are no sentence. */
public enum Fault {
  /** A line, or what lies between two, without anything like a sentence. */
  NO_SENTENCE,
  /** A beginning without a check sum at its end. */
  NO_CHECK_SUM,
  /** A check sum that is not that of the characters. */
  WRONG_CHECK_SUM,
  /** A tag block whose check sum is missing or wrong; the sentence after it counts without it. */
  TAG_BLOCK,
  /** More characters than any sentence has. */
  TOO_LONG,
  /** A character in a sentence that none may have. */
  UNPRINTABLE
}

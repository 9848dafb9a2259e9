// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

/**
 * A field that says nothing because it cannot be read; what stands beside it still counts.
 *
 * @param figure what it would have told
 * @param text as it came, cut to a bearable length
 */
public record Spoilt(String figure, String text, Reason reason) {

  private static final int LONGEST = 24;

  public Spoilt {
    text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** What is wrong with it. */
  public enum Reason {
    NOT_A_NUMBER,
    /** No ship, river or instrument has such a figure. */
    OUT_OF_RANGE,
    /** A letter that the sentence does not have at this place. */
    UNKNOWN_LETTER,
    /** A figure without the unit, hemisphere or status that belongs to it, or the reverse. */
    HALF_MISSING
  }
}

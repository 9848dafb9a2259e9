// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.commissioning;

/**
 * What came of a comparison with the display.
 *
 * @param code for machines
 * @param message for people, with the remedy
 */
public record Verdict(Code code, String message) {

  /** How display and gateway compare. */
  public enum Code {
    MATCH,
    /** Another format reads the same bytes as the display does. */
    OTHER_READING,
    /** The figures agree, but not in the configured unit. */
    OTHER_UNIT,
    /** They may agree once the load is at rest. */
    NOT_AT_REST,
    MISMATCH,
    /** Nothing on the scale that could be compared. */
    NOTHING_TO_COMPARE
  }
}

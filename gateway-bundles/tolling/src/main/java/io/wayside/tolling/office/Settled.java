// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

/**
 * What the office said of one lane number.
 *
 * @param reason when it rejected it
 */
public record Settled(long number, Verdict verdict, String reason) {

  /** What becomes of it. */
  public enum Verdict {
    ACCEPTED,
    /** It had it already. */
    DUPLICATE,
    /** It will never take it: a person looks at it. */
    REJECTED
  }
}

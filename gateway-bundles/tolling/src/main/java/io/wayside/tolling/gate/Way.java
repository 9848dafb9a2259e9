// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

/** The two ways through a gate. */
public enum Way {
  /** Into the paid area. */
  IN,
  /** Out of it. */
  OUT;

  /** Where somebody on this way comes from. */
  Zone from() {
    return this == IN ? Zone.FREE_SIDE : Zone.PAID_SIDE;
  }

  /** Where somebody on this way goes to. */
  Zone to() {
    return this == IN ? Zone.PAID_SIDE : Zone.FREE_SIDE;
  }
}

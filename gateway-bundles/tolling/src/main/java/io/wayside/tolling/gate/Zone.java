// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

/** Where beams see people. */
public enum Zone {
  FREE_SIDE,
  /** Between the flaps: what is here must not be hit. */
  SAFETY,
  PAID_SIDE
}

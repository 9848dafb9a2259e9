// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

/** Which way a vehicle went, as far as the loops can tell. */
public enum Direction {
  FORWARD,
  BACKWARD,
  /** One loop alone does not tell. */
  UNKNOWN
}

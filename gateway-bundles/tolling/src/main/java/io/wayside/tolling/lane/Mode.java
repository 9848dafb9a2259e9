// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/** On what a decision stands. */
public enum Mode {
  /** The office answers in time. */
  ONLINE,
  /** Lists alone. */
  DEGRADED,
  /** No station network either. */
  ISLAND,
  /** An attendant decided. */
  MANUAL
}

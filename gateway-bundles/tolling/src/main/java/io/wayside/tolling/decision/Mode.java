// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.decision;

/** On what a decision could rest. */
public enum Mode {
  /** The office answers in time. */
  ONLINE,
  /** The lists alone. */
  DEGRADED,
  /** The lists alone, and no word from the station's other lanes either. */
  ISLAND,
  /** An attendant decided. */
  MANUAL
}

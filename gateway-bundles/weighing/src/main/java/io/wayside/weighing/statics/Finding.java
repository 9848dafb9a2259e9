// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

/** What static weighing finds and somebody must record. */
public sealed interface Finding permits Vehicle, Gap {

  /** When it began; of a gap whose beginning nobody knows, when it ended. */
  long sinceNanos();
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import io.wayside.driver.indicator.codec.Commands;

/** Whether and how an indicator is asked for its weight. */
public enum Asking {
  /** As the format has it: NOW where it is asked, NEVER where it speaks by itself. */
  USUAL,
  /** It speaks by itself. */
  NEVER,
  /** For each reading: the weight as it is. */
  NOW,
  /** For each reading: the weight once it is at rest; a moving load gives no reading. */
  AT_REST,
  /** Once: weights from then on. Asked again when they stop. */
  REPEAT;

  /** The command for this manner; empty when there is none. */
  String of(Commands commands) {
    return switch (this) {
      case NEVER -> "";
      case USUAL, NOW -> commands.now();
      case AT_REST -> commands.atRest();
      case REPEAT -> commands.repeat();
    };
  }
}

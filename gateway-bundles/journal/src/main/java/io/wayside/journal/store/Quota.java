// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.record.Importance;

/**
 * How much a journal may occupy, and for what the last of it is kept: above eight tenths room is
 * made, from nine tenths on no telemetry is accepted, from nineteen twentieths on nothing but money
 * and enforcement.
 */
record Quota(long bytes) {

  /** From here on health warns. */
  long warnBytes() {
    return bytes / 10 * 8;
  }

  /** So far room is made once health warns, a little below, so that not each record makes some. */
  long clearBytes() {
    return bytes / 50 * 39;
  }

  /** Once full, it is not called full any more when less than this is used. */
  long relaxBytes() {
    return bytes / 20 * 17;
  }

  /** The most that may be occupied after a record of this importance was added. */
  long limitFor(Importance importance) {
    return switch (importance) {
      case MONEY, ENFORCEMENT -> bytes;
      case ALARM, EVENT -> bytes / 20 * 19;
      case TELEMETRY -> bytes / 10 * 9;
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.modbus;

/** What a device does wrong with one answer. */
public enum ModbusFault {
  /** Comes late, by what {@link ModbusFaults#lateBy} says. */
  LATE,
  /** Does not come. */
  SILENT,
  /** One bit of the check is inverted; on TCP, which has none, one bit of the last byte. */
  WRONG_CRC,
  /** An exception instead of the answer, with the code of {@link ModbusFaults#exceptionCode}. */
  EXCEPTION,
  /** Bytes without sense in its place, as many as the answer has. */
  GARBAGE,
  /** Carries the number of the next unit. */
  WRONG_UNIT,
  /** Only the first half comes. */
  TRUNCATED,
  /**
   * Carries the id of the transaction before; on a serial line, which has none, nothing changes.
   */
  WRONG_TRANSACTION
}

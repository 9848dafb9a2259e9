// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.codec;

/** What came of a request. */
public sealed interface Answer {

  /** The cells that were read: registers from 0 to 65535, bits 0 or 1; none after a write. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Cells(int[] values) implements Answer {}

  /**
   * An exception of the device or of a gateway before it.
   *
   * @param code section 7 of the application protocol
   */
  record Exceptional(int code) implements Answer {}

  /** Bytes that are no answer to the request. */
  record Unreadable(String why) implements Answer {}

  /** Nothing came. */
  record Nothing() implements Answer {}
}

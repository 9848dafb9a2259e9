// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

/** The value of a metric, in one of the seven types Kura knows. */
public sealed interface KuraValue {

  /** Type number 0. */
  record Float64(double value) implements KuraValue {}

  /** Type number 1. */
  record Float32(float value) implements KuraValue {}

  /** Type number 2. */
  record Int64(long value) implements KuraValue {}

  /** Type number 3. */
  record Int32(int value) implements KuraValue {}

  /** Type number 4. */
  record Truth(boolean value) implements KuraValue {}

  /** Type number 5. */
  record Text(String value) implements KuraValue {}

  /** Type number 6. */
  @SuppressWarnings("ArrayRecordComponent") // passed through, never compared
  record Bytes(byte[] value) implements KuraValue {}
}

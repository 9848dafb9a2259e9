// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

/**
 * Record content as CBOR in core deterministic encoding (RFC 8949, 4.2.1): one value has exactly
 * one sequence of bytes, and hashes and signatures are computed over it.
 *
 * <p>Numbers and lengths are in their shortest form, reals in the shortest of 16, 32 and 64 bits
 * that keeps the value (a real never becomes an integer), lengths are definite, keys are text in
 * the bytewise order of their encoded form, an {@link Value.Absent} is null. Nothing else occurs.
 */
public final class Cbor {

  /** Lists and fields may be nested this deep, in CBOR and in JSON. */
  public static final int DEEPEST = 64;

  private Cbor() {}

  /**
   * The bytes of a value.
   *
   * @throws IllegalArgumentException when lists and fields are nested deeper than {@link #DEEPEST}
   */
  public static byte[] encode(Value value) {
    CborWriter writer = new CborWriter();
    writer.write(value, 0);
    return writer.bytes();
  }

  /**
   * The bytes of items of a list, without the head of the list: one after the other.
   *
   * @throws IllegalArgumentException when lists and fields are nested deeper than {@link #DEEPEST},
   *     the list itself counted
   */
  public static byte[] encodeItems(Value... items) {
    CborWriter writer = new CborWriter();
    for (Value item : items) {
      writer.write(item, 1);
    }
    return writer.bytes();
  }

  /**
   * The value of {@code bytes}, which must be exactly what {@link #encode} makes of it.
   *
   * @throws GarbledData that names the offset of the first byte in the wrong, counted from 0
   */
  public static Value decode(byte[] bytes) throws GarbledData {
    return new CborReader(bytes).document();
  }
}

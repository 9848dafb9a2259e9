// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Bytes of a field, never changed. Where bits are counted the last byte may be only partly used.
 */
public final class Octets implements FieldValue {

  public static final Octets NONE = new Octets(new byte[0], 0);

  private final byte[] bytes;
  private final int bits;

  private Octets(byte[] bytes, int bits) {
    this.bytes = bytes;
    this.bits = bits;
  }

  public static Octets of(byte... bytes) {
    return new Octets(bytes.clone(), bytes.length * Byte.SIZE);
  }

  /**
   * So many bits.
   *
   * @param bytes that hold them, highest bit first; what is beyond the last bit is kept
   */
  public static Octets ofBits(int bits, byte... bytes) {
    if (bytes.length != (bits + Byte.SIZE - 1) / Byte.SIZE) {
      throw new IllegalArgumentException(bits + " bits are not held by " + bytes.length + " bytes");
    }
    return new Octets(bytes.clone(), bits);
  }

  public static Octets ofText(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Octets ofShorts(int... numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Short.BYTES);
    for (int number : numbers) {
      buffer.putShort((short) number);
    }
    return of(buffer.array());
  }

  public static Octets ofInts(long... numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    for (long number : numbers) {
      buffer.putInt((int) number);
    }
    return of(buffer.array());
  }

  static Octets copied(byte[] from, int start, int end, int bits) {
    return start == end ? NONE : new Octets(Arrays.copyOfRange(from, start, end), bits);
  }

  public int size() {
    return bytes.length;
  }

  /** How many bits are meant; those of all bytes unless bits were counted. */
  public int bits() {
    return bits;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  byte[] shared() {
    return bytes;
  }

  /** Lower-case hexadecimal, as the bytes came. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** As text; empty when the bytes are no UTF-8. */
  public Optional<String> text() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  /** As 16-bit numbers without sign. */
  public int[] shorts() {
    int[] numbers = new int[bytes.length / Short.BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    Arrays.setAll(numbers, i -> Short.toUnsignedInt(buffer.getShort(i * Short.BYTES)));
    return numbers;
  }

  /** As 32-bit numbers without sign. */
  public long[] ints() {
    long[] numbers = new long[bytes.length / Integer.BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    Arrays.setAll(numbers, i -> Integer.toUnsignedLong(buffer.getInt(i * Integer.BYTES)));
    return numbers;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets
        && bits == octets.bits
        && Arrays.equals(bytes, octets.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bytes) + bits;
  }

  @Override
  public String toString() {
    return hex() + (bits == bytes.length * Byte.SIZE ? "" : "/" + bits);
  }
}

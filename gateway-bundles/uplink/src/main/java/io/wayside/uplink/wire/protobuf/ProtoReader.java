// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.protobuf;

import io.wayside.core.data.GarbledData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a message field by field. Announced lengths are compared with what is left before anything
 * is allocated for them, so a reader never holds more than the input's size.
 */
public final class ProtoReader {

  private static final int LONGEST_VARINT = 10; // 64 bits, seven to a byte

  private final ByteBuffer in;
  private final int origin;
  private int field;
  private int wireType;

  public ProtoReader(byte[] bytes) {
    this(ByteBuffer.wrap(bytes), 0);
  }

  private ProtoReader(ByteBuffer in, int origin) {
    this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    this.origin = origin;
  }

  /** Goes to the next field; its value must then be read or skipped. False at the end. */
  public boolean next() throws GarbledData {
    if (!in.hasRemaining()) {
      return false;
    }
    long tag = readVarint();
    long number = tag >>> WireType.BITS;
    if (number < 1 || number > 0x1fff_ffff) {
      throw garbled("expected a field number from 1 to 536870911");
    }
    field = (int) number;
    wireType = (int) tag & 7;
    return true;
  }

  public int field() {
    return field;
  }

  public long varint() throws GarbledData {
    require(WireType.VARINT, "a whole number");
    return readVarint();
  }

  public boolean truth() throws GarbledData {
    return varint() != 0;
  }

  public double float64() throws GarbledData {
    require(WireType.FIXED64, "a 64-bit real");
    return take(8).getDouble();
  }

  public float float32() throws GarbledData {
    require(WireType.FIXED32, "a 32-bit real");
    return take(4).getFloat();
  }

  public byte[] bytes() throws GarbledData {
    ByteBuffer slice = block();
    byte[] bytes = new byte[slice.remaining()];
    slice.get(bytes);
    return bytes;
  }

  public String text() throws GarbledData {
    ByteBuffer utf8 = block();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException notUtf8) {
      throw garbled("expected well-formed UTF-8 in field " + field);
    }
  }

  /** A reader of the message within this field. */
  public ProtoReader message() throws GarbledData {
    ByteBuffer slice = block();
    return new ProtoReader(slice, origin + in.position() - slice.remaining());
  }

  /** Passes over a field that is not known here. */
  public void skip() throws GarbledData {
    switch (wireType) {
      case WireType.VARINT -> readVarint();
      case WireType.FIXED64 -> take(8);
      case WireType.FIXED32 -> take(4);
      case WireType.LENGTH -> block();
      default -> throw garbled("expected no group and no wire type " + wireType);
    }
  }

  private void require(int wanted, String what) throws GarbledData {
    if (wireType != wanted) {
      throw garbled("expected " + what + " in field " + field + ", found wire type " + wireType);
    }
  }

  private ByteBuffer block() throws GarbledData {
    require(WireType.LENGTH, "a length");
    long length = readVarint();
    if (length < 0 || length > in.remaining()) {
      throw garbled(
          "expected "
              + Long.toUnsignedString(length)
              + " bytes in field "
              + field
              + " but only "
              + in.remaining()
              + " are left");
    }
    return take((int) length);
  }

  private ByteBuffer take(int length) throws GarbledData {
    if (length > in.remaining()) {
      throw garbled("expected " + length + " bytes in field " + field + " but the input ends");
    }
    ByteBuffer slice = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + length);
    return slice;
  }

  private long readVarint() throws GarbledData {
    long value = 0;
    for (int i = 0; i < LONGEST_VARINT; i++) {
      if (!in.hasRemaining()) {
        throw garbled("expected the rest of a number but the input ends");
      }
      byte b = in.get();
      if (i == LONGEST_VARINT - 1 && b != 1 && b != 0) {
        throw garbled("expected a number of at most 64 bits");
      }
      value |= (b & 0x7fL) << (7 * i);
      if (b >= 0) {
        return value;
      }
    }
    throw garbled("expected a number of at most 64 bits");
  }

  private GarbledData garbled(String expectation) {
    return new GarbledData("protobuf byte " + (origin + in.position()) + ": " + expectation);
  }
}
